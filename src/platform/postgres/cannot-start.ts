/** Why the database cannot start, as a sentence for whoever runs this server. Printed without a stack. */
export class CannotStart extends Error {
	override name = 'CannotStart';
}
