/** Two ways to keep a recovery code that need a script: copying it, and printing the page. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
	if (!navigator.clipboard) continue;
	button.hidden = false;
	button.addEventListener('click', () => {
		void navigator.clipboard.writeText(button.dataset.copy!).then(() => {
			button.textContent = button.dataset.copied!;
		});
	});
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
	button.hidden = false;
	button.addEventListener('click', () => print());
}

export {};
