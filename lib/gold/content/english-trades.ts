import { trade } from "./trade";

// Made up: no sentence describes a real person, and no employer here is meant to exist.
export const englishTrades = [
  trade({
    titles:
      "Software Engineer|Senior Software Engineer|Backend Developer|Engineering Manager|Site Reliability Engineer",
    internship: "Software Engineering Intern",
    majors: "Computer Science|Software Engineering|Mathematics|Electrical Engineering",
    employers: "Brightfen Systems|Oakline Software Ltd|Tallgrass Labs|Kestrel Data, Inc.|Nimbus & Rowe|Pelican.io",
    departments: "Platform Team|Payments|Infrastructure",
    knowledge: "Python|Java|Go|PostgreSQL|REST APIs|Distributed Systems|TypeScript",
    tools: "Docker|Kubernetes|AWS|Terraform|Git|Grafana",
    duties:
      "Built the billing service, {200-900} requests per second at peak|Cut release time from hours to {6-18} minutes by splitting a monolith|Lowered p99 latency by {25-60}% with better indexes|Set up monitoring and an on-call rota for {3-9} teams|Mentored {2-5} junior engineers and ran design reviews",
    projects: "Event Store|Feature Flag Console|Log Shipper",
  }),
  trade({
    titles: "Registered Nurse|Charge Nurse|Staff Nurse|Nurse Practitioner|Clinical Nurse Manager",
    internship: "Student Nurse",
    majors: "Nursing|Public Health|Health Sciences",
    employers: "Harrowgate General Hospital|St. Brannoc's Hospice|Lakeside Community Clinic|Mercyfield Medical Center",
    departments: "Emergency Department|Intensive Care Unit|Pediatrics",
    knowledge: "Triage|Patient Assessment|IV Therapy|Wound Care|Medication Administration|Patient Education",
    tools: "Epic|Cerner|Microsoft Office",
    duties:
      "Cared for {4-8} patients per shift on a {20-40}-bed ward|Trained {5-20} newly qualified nurses|Reduced medication errors by {10-35}% with a double-check sheet|Coordinated discharges with social workers and families",
    projects: "Falls Prevention Audit|Hand Hygiene Campaign",
  }),
  trade({
    titles: "Account Executive|Sales Manager|Business Development Manager|Sales Representative|Regional Sales Director",
    internship: "Sales Intern",
    majors: "Business Administration|Marketing|International Business|Economics",
    employers:
      "Silverpine Foods|Redwick Logistics GmbH|Fairmont Ridge Insurance|Larkspur Medical Devices|Bluefen Energy",
    departments: "Enterprise Sales|Key Accounts|Northern Region",
    knowledge: "Negotiation|Lead Generation|Account Management|Forecasting|Cold Calling|Contract Management",
    tools: "Salesforce|HubSpot|Excel|LinkedIn Sales Navigator",
    duties:
      "Closed {20-60} new accounts worth {1-4} million in two years|Grew the territory by {15-45}% year on year|Led a team of {3-12} representatives across {2-6} regions|Built the partner programme from nothing to {10-40} resellers",
    projects: "Partner Portal Launch|Pricing Revamp",
  }),
  trade({
    titles: "Graphic Designer|Senior Product Designer|UX Designer|Art Director|Illustrator|Creative Lead",
    internship: "Design Intern",
    majors: "Graphic Design|Fine Arts|Visual Communication|Industrial Design",
    employers: "Studio Marrow|Papercrane Agency|Hollow Pine Creative|Tidewater Press|Inkwell & Sons",
    departments: "Brand Studio|Design Systems",
    knowledge: "Typography|Branding|Wireframing|User Research|Illustration|Motion Graphics",
    tools: "Figma|Photoshop|Illustrator|InDesign|After Effects|Sketch",
    duties:
      "Designed identities for {8-30} brands, from sketch to print|Redesigned the checkout and raised completion by {5-20}%|Kept a component library used by {4-14} teams|Ran {10-40} usability sessions and turned them into changes",
    projects: "Museum Wayfinding|Night Market Poster Series|Recipe App Redesign",
  }),
  trade({
    titles: "Accountant|Senior Accountant|Financial Analyst|Finance Manager|Bookkeeper|Controller",
    internship: "Audit Intern",
    majors: "Accounting|Finance|Economics|Accountancy",
    employers: "Dunmore & Pike LLP|Greyfriars Credit Union|Northwind Traders|Castellan Hotels Group|Amberley Foods PLC",
    departments: "Group Finance|Treasury",
    knowledge: "Financial Reporting|Budgeting|Reconciliation|Payroll|Tax Returns|Variance Analysis|IFRS",
    tools: "QuickBooks|SAP|Excel|Power BI|Xero",
    duties:
      "Closed the books of {3-8} entities within {4-7} working days|Prepared budgets of up to {5-40} million|Found {50-300} thousand of duplicate payments and recovered them|Led the move from spreadsheets to an ERP system",
    projects: "ERP Migration|Cost Centre Review",
  }),
  trade({
    titles: "Mechanical Engineer|Manufacturing Engineer|Quality Engineer|Maintenance Supervisor|Plant Manager",
    internship: "Engineering Co-op",
    majors: "Mechanical Engineering|Industrial Engineering|Materials Science|Aerospace Engineering",
    employers:
      "Corrigan Turbines|Valdora Automotive S.p.A.|Eastmoor Rail Works|Helmsley Packaging Co.|Ironbark Mining Pty Ltd",
    departments: "Assembly Line 3|R&D|Quality Assurance",
    knowledge: "Finite Element Analysis|Lean Manufacturing|GD&T|Root Cause Analysis|Six Sigma|Welding",
    tools: "SolidWorks|AutoCAD|MATLAB|CATIA|Minitab",
    duties:
      "Designed fixtures that shortened set-up by {10-40}%|Cut scrap from {4-9}% to {1-3}% in one year|Planned maintenance for {20-80} machines|Brought {2-6} products from prototype to series",
    projects: "Formula Student Car|Low-Cost Wind Turbine|Press Line Retrofit",
  }),
  trade({
    titles:
      "Marketing Manager|Content Strategist|Digital Marketing Specialist|Copywriter|Brand Manager|Communications Officer",
    internship: "Marketing Intern",
    majors: "Marketing|Communications|Journalism|English Literature",
    employers: "Thistle & Thread|Wanderlane Travel|Juniper Road Cosmetics|The Harbour Post|Save the Estuary Trust",
    departments: "Growth Marketing|Press Office",
    knowledge: "SEO|Copywriting|Content Strategy|Email Marketing|Market Research|Public Relations",
    tools: "Google Analytics|Mailchimp|WordPress|Canva|HubSpot",
    duties:
      "Grew organic traffic by {40-180}% in {12-24} months|Wrote {60-200} articles and a weekly newsletter|Managed a budget of {100-600} thousand across {3-7} channels|Placed {10-40} stories in the national press",
    projects: "Rebranding Campaign|Podcast Launch",
  }),
  trade({
    titles:
      "High School Teacher|Lecturer|Teaching Assistant|Curriculum Coordinator|Primary School Teacher|Head of Department",
    internship: "Student Teacher",
    majors: "Education|History|Physics|English Language|Early Childhood Education",
    employers: "Ashgrove Primary School|Lindenhof Academy|Cedar Hill High School|Open Door Learning Centre",
    departments: "Science Department|Sixth Form",
    knowledge: "Lesson Planning|Classroom Management|Assessment|Special Needs Education|Public Speaking",
    tools: "Google Classroom|Moodle|PowerPoint|Zoom",
    duties:
      "Taught {4-6} classes of up to {22-32} pupils|Raised the pass rate from {60-75}% to {80-95}%|Wrote the scheme of work now used by {3-8} schools|Ran the debating club and {2-6} school trips",
    projects: "Reading Buddies|Science Fair",
  }),
  trade({
    titles: "Supply Chain Analyst|Warehouse Manager|Logistics Coordinator|Procurement Specialist|Operations Manager",
    internship: "Operations Intern",
    majors: "Supply Chain Management|Operations Research|Logistics|Industrial Engineering",
    employers:
      "Maruti Freight Services Pvt. Ltd.|Portside Cold Storage|Quillon Retail Group|Blue Heron Shipping AS|Meridian Aid",
    departments: "Inbound Operations|Global Sourcing",
    knowledge: "Inventory Management|Demand Planning|Vendor Management|Process Improvement|Forecasting",
    tools: "SAP|Tableau|SQL|Excel|Oracle",
    duties:
      "Ran a warehouse of {4-20} thousand pallets with {20-70} people|Saved {5-18}% of freight cost by pooling loads|Brought stock accuracy from {88-94}% to {97-99}%|Negotiated contracts with {10-40} carriers",
    projects: "Cross-Dock Pilot|Returns Centre",
  }),
  trade({
    titles: "Data Analyst|Data Scientist|Research Associate|Business Intelligence Developer|Machine Learning Engineer",
    internship: "Data Science Intern",
    majors: "Statistics|Data Science|Physics|Computational Biology|Applied Mathematics",
    employers: "Corvid Analytics|Institute for Soil Research|Halcyon Bank|Open Rivers Foundation|Zephyr Mobility",
    departments: "Insights Team|Risk Modelling",
    knowledge: "Statistical Modeling|Machine Learning|A/B Testing|Data Visualization|Python|SQL|R",
    tools: "Tableau|Pandas|Spark|Airflow|Looker",
    duties:
      "Built churn models that kept {4-12} thousand customers|Automated {10-40} weekly reports|Designed and read {15-60} experiments a year|Published {2-6} papers on sensor data",
    projects: "Flood Forecast Model|Bike Share Dashboard",
  }),
  trade({
    titles: "Chef de Partie|Restaurant Manager|Barista|Hotel Manager|Front Desk Agent|Event Coordinator",
    internship: "Hospitality Trainee",
    majors: "Hospitality Management|Culinary Arts|Tourism|Business Studies",
    employers: "The Gilded Fork|Hotel Miramonte|Pier 9 Catering|Café Solenne|Ravenscroft Country House",
    departments: "Front of House|Banqueting",
    knowledge: "Guest Relations|Menu Planning|Food Safety|Staff Scheduling|Event Planning|Cash Handling",
    tools: "Opera PMS|Toast POS|Excel",
    duties:
      "Served {80-220} covers a night with a brigade of {5-12}|Raised guest satisfaction to {88-97}%|Planned {20-60} weddings and conferences a year|Cut food waste by {15-40}%",
    projects: "Seasonal Menu|Opening of the Rooftop Bar",
  }),
];
