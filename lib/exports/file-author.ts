/** The author in the properties of chart and list files, and the program of every file; a bulletin's author is its office. */
export const FILE_AUTHOR = "Guatu 挂图";
