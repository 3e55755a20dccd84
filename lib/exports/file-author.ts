/** The author in the properties of chart and list files; a bulletin's author is its office. */
export const FILE_AUTHOR = "Guatu 挂图";
