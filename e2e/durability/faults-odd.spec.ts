import { runLane } from "../support/faults/lane";

runLane(1);
