/** Where the sources are: links to edit a page and to report an error begin with it. A fork changes this line. */
export const repository = 'https://github.com/yieldpoint/yieldpoint';
