const known = {
  'A ferry': 'Un ferri',
  'It cost 40 euros in 2025.': 'Costó 50 euros en 2025.',
  'See <g id="1">the timetable</g>.': 'Vea el horario.',
  'The harbour is closed.': 'El puerto está cerrado',
  'It rained for 3 days.': 'Llovió durante 4 días.',
};
export default { name: 'faulty', translate: async ({ texts }) => texts.map((text) => known[text] ?? text) };
