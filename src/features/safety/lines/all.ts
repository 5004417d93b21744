import AR from './AR.json' with { type: 'json' };
import AT from './AT.json' with { type: 'json' };
import AU from './AU.json' with { type: 'json' };
import BE from './BE.json' with { type: 'json' };
import BR from './BR.json' with { type: 'json' };
import CA from './CA.json' with { type: 'json' };
import CH from './CH.json' with { type: 'json' };
import CL from './CL.json' with { type: 'json' };
import CO from './CO.json' with { type: 'json' };
import CR from './CR.json' with { type: 'json' };
import CZ from './CZ.json' with { type: 'json' };
import DE from './DE.json' with { type: 'json' };
import DK from './DK.json' with { type: 'json' };
import EC from './EC.json' with { type: 'json' };
import ES from './ES.json' with { type: 'json' };
import FI from './FI.json' with { type: 'json' };
import FR from './FR.json' with { type: 'json' };
import GB from './GB.json' with { type: 'json' };
import GR from './GR.json' with { type: 'json' };
import HK from './HK.json' with { type: 'json' };
import HU from './HU.json' with { type: 'json' };
import IE from './IE.json' with { type: 'json' };
import IL from './IL.json' with { type: 'json' };
import IN from './IN.json' with { type: 'json' };
import IT from './IT.json' with { type: 'json' };
import JP from './JP.json' with { type: 'json' };
import KE from './KE.json' with { type: 'json' };
import KR from './KR.json' with { type: 'json' };
import MX from './MX.json' with { type: 'json' };
import NG from './NG.json' with { type: 'json' };
import NL from './NL.json' with { type: 'json' };
import NO from './NO.json' with { type: 'json' };
import NZ from './NZ.json' with { type: 'json' };
import PE from './PE.json' with { type: 'json' };
import PH from './PH.json' with { type: 'json' };
import PL from './PL.json' with { type: 'json' };
import PT from './PT.json' with { type: 'json' };
import SE from './SE.json' with { type: 'json' };
import SG from './SG.json' with { type: 'json' };
import TW from './TW.json' with { type: 'json' };
import US from './US.json' with { type: 'json' };
import UY from './UY.json' with { type: 'json' };
import ZA from './ZA.json' with { type: 'json' };
import type { CountryLines } from './line.ts';

/** Every country there are lines for, as Hearten comes. */
export const countryLines = [
	AR,
	AT,
	AU,
	BE,
	BR,
	CA,
	CH,
	CL,
	CO,
	CR,
	CZ,
	DE,
	DK,
	EC,
	ES,
	FI,
	FR,
	GB,
	GR,
	HK,
	HU,
	IE,
	IL,
	IN,
	IT,
	JP,
	KE,
	KR,
	MX,
	NG,
	NL,
	NO,
	NZ,
	PE,
	PH,
	PL,
	PT,
	SE,
	SG,
	TW,
	US,
	UY,
	ZA,
] as readonly CountryLines[];
