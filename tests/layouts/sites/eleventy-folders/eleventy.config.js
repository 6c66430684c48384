export default (eleventy) => {
  eleventy.addFilter("year", (date) => date.getUTCFullYear());
};

export const config = { dir: { input: "src", includes: "_includes" } };
