import type { AnyJob } from '#platform/job.ts';
import { forgetEnded } from './forget-ended.ts';
import './tables.ts';

export * from '../events.ts';
export { aboutMe, tellAboutMe, toldToBy } from './about.ts';
export { appoint } from './appoint.ts';
export { changeNickname } from './change-nickname.ts';
export { changeOrganisation } from './change-organisation.ts';
export { changePassphrase } from './change-passphrase.ts';
export { changeSettings, setDiscreet } from './change-settings.ts';
export { claim } from './claim.ts';
export { beMadeUp, madeUpPeople, makeUp } from './demo.ts';
export { endpoints } from './endpoints.ts';
export { endOtherSessions, endSession } from './end-session.ts';
export { erasePerson } from './erase-person.ts';
export { exportPerson } from './export-person.ts';
export { foundOrganisation } from './found-organisation.ts';
export { giveDuty } from './give-duty.ts';
export { mayAskPasskey, maySignUpFrom, mayTryCode } from './guard.ts';
export { newDeviceToken, rememberDevice } from './known-device.ts';
export {
	addPasskey,
	askForNewPasskey,
	askForPasskey,
	namePasskey,
	removePasskey,
	whoAnswers,
	type Site,
} from './passkeys.ts';
export { hashPassphrase } from './passphrase.ts';
export { personal } from './personal.ts';
export { proveOneself } from './prove-oneself.ts';
export {
	canReturn,
	dutyHolders,
	isClaimOpen,
	organisationOf,
	passkeysOf,
	personByNickname,
	sessionsOf,
	viewerById,
	waysIn,
} from './queries.ts';
export { recover, renewRecoveryCode } from './recover.ts';
export {
	beginSession,
	digestOf as sessionDigest,
	freshenSession,
	renewSession,
	signedInBy,
	signedInWith,
} from './sessions.ts';
export { canBeSpared, shutOut, takeDuties } from './shut-out.ts';
export { whoSignsIn } from './sign-in.ts';
export { checkNickname, signUp } from './sign-up.ts';
export { takeDuty } from './take-duty.ts';

export const jobs: readonly AnyJob[] = [forgetEnded];
