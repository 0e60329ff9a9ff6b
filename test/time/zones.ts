/** Twenty zones with what is hard about zones: each kind of offset, both ends of the date line, changes at midnight and on working days. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  // The clock changes at midnight.
  'America/Havana',
  'Atlantic/Azores',
  // 3.5 hours behind.
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  // 12:45 ahead, 13:45 in summer.
  'Pacific/Chatham',
  // Summer is half an hour.
  'Australia/Lord_Howe',
  // 14 hours ahead, and next to it 11 behind.
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  // Crossed the date line at the end of 2011: there was no December 30, a Friday.
  'Pacific/Apia',
  // Back an hour for Ramadan.
  'Africa/Casablanca',
  // The night to Friday: midnight is skipped, or its hour repeated.
  'Africa/Cairo',
  'Asia/Tehran',
  // Summer is two hours.
  'Antarctica/Troll',
] as const;
