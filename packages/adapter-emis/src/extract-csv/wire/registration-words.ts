/** `PatientTypeDescription`, each at the place of EMIS's own number for it, counted from 1. */
const patientTypes = [
  ...["Emergency", "Immediately Necessary", "Private", "Regular", "Temporary"],
  ...["Community Registered", "Dummy", "Other", "Contraceptive Services", "Maternity Services"],
  ...["Child Health Services", "Walk-In Patient", "Minor Surgery", "Sexual Health"],
  ...["Pre Registration", "Yellow Fever", "Dermatology", "Diabetic", "Rheumatology"],
  ...["Chiropody", "Coronary Health Checks", "Ultrasound", "BCG Clinic", "Vasectomy"],
  ...["Acupuncture", "Reflexology", "Hypnotherapy", "Out of Hours", "Rehabilitation", "Antenatal"],
  ...["Audiology", "Gynaecology", "Doppler", "Secondary Registration"],
  ...["Urgent and Emergency Care", "Externally Registered"],
];

/** Words of a list of EMIS's and its number for each, both ways. */
export interface NumberedWords {
  numberOf(words: string): string | undefined;
  wordsOf(number: string): string | undefined;
}

function numbered(list: readonly string[]): NumberedWords {
  const byWords = new Map(list.map((words, at) => [words.toLowerCase(), String(at + 1)]));
  return {
    numberOf: (words) => byWords.get(words.trim().toLowerCase()),
    wordsOf: (number) => (/^[1-9]\d?$/.test(number) ? list[Number(number) - 1] : undefined),
  };
}

/** Kinds of registration. */
export const patientTypeWords = numbered(patientTypes);

/** The kind of registration during which the address of the patient is a temporary one. */
export const temporaryType = patientTypeWords.numberOf("Temporary");

/** `StatusDescription` of the history of a registration, by the numbers EMIS Open and OpenHR have for it. */
export const registrationStatusWords = numbered([
  ...["Patient has presented", "Medical card (FP4) received", "Application Form FP1 submitted"],
  ...["Notification of registration", "Medical record sent by FHSA", "Record Received"],
  ...[
    "Left Practice. Still Registered",
    "Correctly registered",
    "Short stay",
    "Long stay",
    "Death",
  ],
  ...["Dead (Practice notification)", "Record Requested by FHSA", "Removal to New HA/HB"],
  ...["Internal transfer", "Mental hospital", "Embarkation", "New HA/HB - same GP"],
  ...["Adopted child", "Services", "Deduction at GP's request", "Registration cancelled"],
  ...["Service dependant", "Deduction at patient's request", "Other reason"],
  ...["Returned undelivered", "Internal transfer - address change"],
  ...["Internal transfer within partnership", "Correspondence states 'gone away'"],
  ...["Practice advise outside of area", "Practice advise patient no longer resident"],
  ...["Practice advise removal via screening system"],
  ...["Practice advise removal via vaccination data", "Removal from Residential Institute"],
  ...["Records sent back to FHSA", "Records received by FHSA", "Registration expired"],
  "All records removed",
]);
