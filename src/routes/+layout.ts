/** Pages are whole without a script. What is live is a small module on top (decision 0004). */
export const csr = false;
