/** Words between quotation marks, with their marks, in whatever language: an opening mark, and the next closing one. */

/** What is quoted may stay as it is: the title of a work, what somebody said in another language. */
export const QUOTED = /["“„«‹「『][^"”“»›」』]*["”“»›」』]|(?<![\p{L}\p{N}])['‘][^'’]*['’](?!\p{L})/gu;
