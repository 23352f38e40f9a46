// Hands on the sound of a microphone as it comes, 128 samples at a time. Plain JavaScript: browsers load it by itself.
class SpeechTap extends AudioWorkletProcessor {
  process([input]) {
    if (input[0]) this.port.postMessage(input[0].slice());
    return true;
  }
}
registerProcessor("speech-tap", SpeechTap);
