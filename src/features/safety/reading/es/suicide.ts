import type { Rule } from '../pattern.ts';
import type { Meaning, Raised } from '../meaning.ts';
import type { Level } from '../finding.ts';

const weight: Record<Level, number> = { 0: 0, 1: 1.7, 2: 2.5, 3: 3, 4: 3.6, 5: 4.4, 6: 4.2 };

const about = (level: Level, more: Partial<Raised> = {}): Meaning => ({
	is: 'raised',
	category: 'suicide',
	level,
	weight: weight[level],
	tier: level === 0 ? 0 : level === 1 ? 1 : level < 5 ? 2 : 3,
	...more,
});

/** Words about one’s own death, in Spanish. The ids are those of the English rules: a reader is told the same. */
export const suicide: Rule<Meaning>[] = [
	{
		id: 'wish-dead',
		what: about(1, { anyway: true }),
		patterns: `
			no querer cumplir # ~1
			no querer cumplir ~2 mas|nada|anos
			querer|quisiera|gustaria ~1 ir ~2 con ella|el|ellos|mi|mama|papa
			pido|ojala|espero|deseo ~4 infarto|cancer|accidente|derrame|enfermedad|choque
			quisiera|gustaria|querer ~1 apagar ~1 me|todo
			no ser nadie
			envidia ~5 muere|muerto|muertos|murio|fallecio|mueren
			porque|por no fui ~1 yo
			gustaria|quisiera|querer|ojala ~5 todo ~1 termine|acabe|pare|terminara|acabara
			no deberia|tendria ~2 estar|existir ~1 aqui|vivo|viva?
			cerrar los ojos ~3 no|nunca|ya|siempre
			ojala ~8 no ~3 manana|despertar|despertara|amanecer|volver|abrir|existir|mas
			ojala ~5 choque|chocara|mate|quede|quedara|toque|tocara|lleve|llevara|muriera|muero|caiga|cayera|parara|pare
			ojala ~2 fuera|sea|sean|fuese hoy|yo|ya|mi|la
			esperar|espero|deseo|pido|rogar|ruego|unico ~4 que ~2 llegue|toque|lleve|llame|venga ~3 hora|ya|por|dios|senor|muerte
			que ~2 venga|vengan por mi
			pedir|pido|rezo|ruego|suplico|deseo|quiero ~5 no despertar|amanecer|abrir|levantar
			querer|gustaria ~2 ir ~1 me? ~1 con mi|mis|el|ella ~2 cielo|abuela|abuelita|abuelo|mama|papa|madre|padre|hijo|hija|marido|esposo|hermano
			mejor|tranquilo|tranquila ~4 bajo tierra
			mejor ~2 tres metros|bajo|abajo|tumba|cajon
			alivio|descanso|gusto|paz ~6 tumor|cancer|malo|maligno|semanas|meses|morir|enfermedad
			semanas|meses|dias|dia ~2 de vida
			me quedan|quedaran ~1 #|dos|pocas|pocos ~1 semanas|meses|dias firm
			si me da un? infarto|cancer|algo ~1 mejor
			haria|hace|harian un? favor ~3 mundo|todos|me
			imaginar ~3 no estar|existir|haber|ser
			no querer|gustaria|apetece|deseo ~2 estar|seguir ~2 en|aqui este|esta|mundo|vida|ningun
			no interesa|interesar|apetece ~1 estar|vivir|seguir|existir
			no querer ~1 este|esta|mas|mi ~1 life|vida|mundo
			seria|sera ~2 descanso|alivio|mejor|paz ~4 morir|muriera|muerte|toca|tocara|acabe|fuera
			por fin se acabe|acaba|acabara|termine|termina
			no haber|haya sido|nacido nunca
			que me lleve|trague|parta|mate ~2 dios|tierra|rayo|ya|coche|alguien
			querer|quisiera|gustaria ~2 dormir ~3 siempre|no|nunca|meses|mas
			querer|quisiera|gustaria ~2 que ~2 fuera|sea ~2 ultimo|ultima
			ya vivir|vivi ~2 lo|suficiente|bastante
			esto no es vida
			me querer ir ~1 de este|esta mundo|vida
			querer ir me de este|esta mundo|vida
			ojala|deseo|quisiera|desearia|quiero|espero|gustaria|pido|rezo ~4 no ~1 despertar|existir|nacer|haber|estar
			ojala ~3 muriera|muera|muriese|muerto|desapareciera|desaparezca|matara|muero|atropelle|atropellara|acabe|acabara|muerta|mate|pase|cancer|infarto
			querer|gustaria|desear|preferir|necesitar|ojala|ganas ~3 desaparecer $
			querer|gustaria|desear|preferir|necesitar|ojala|ganas ~3 desaparecer para|del|de ~1 siempre|mundo|mapa|faz|aqui|todo
			querer|gustaria|desear|preferir|necesitar|ganas ~3 dejar de existir|estar|vivir|respirar|ser
			querer|gustaria|desear|preferir|encantaria no estar|haber|existir|despertar|nacer ~1 nacido|existido|aqui|viva|vivo|mas
			dormir me? y ~2 no|nunca|sin ~2 despertar
			dormir|dormirme|acostar ~3 no|nunca|jamas ~2 despertar
			dormir me? ~1 para siempre
			no querer|gustaria ~1 despertar me?
			no despertar <pronto>|nunca|jamas|mas
			mejor|preferir|preferiria|ojala|quisiera|deberia|tendria|mereceria|descanso|alivio|lindo|bonito ~3 estar ~1 muerto|muerta
			mejor ~1 muerto|muerta
			estaria ~1 mejor ~1 muerto|muerta
			tener|deber que|haber ~2 haber|morir|muerto ~1 me|muerto|yo
			descanso|alivio|paz|bonito|lindo|bueno|facil|mejor ~2 no existir|estar|despertar|vivir|ser
			alivio|descanso ~1 morir|morirme|muerte
			pedir|pido|rezo|ruego|suplico ~3 que|a ~2 me ~1 lleve|lleves|muera|mate|muriera|despierte
			dios|senor ~2 llevame|llevar me?
			lleva me ~1 dios|ya|contigo|senor
			no|nunca debi|deberia|tendria|pedi|tuve|deberian ~2 nacer|existir
			arrepiento|odio de? ~1 haber|estar|existir|nacer|vivir nacido|vivo|viva?
			que ~2 me atropelle|atropellara|mate|maten|parta|lleve|caiga
			atropellar|mata|matara|choque ~1 un|el coche|carro|tren|camion|bus|autobus|rayo
			me atropellar un|el coche|carro|camion|tren|bus|autobus
			enfermedad|cancer|infarto|accidente ~2 me mate|lleve|matara|llevara
			dejar de existir|sufrir|vivir
			irme|ir me de este|esta mundo|vida
			cansado|harto ~1 respirar
			preferir ~1 morir
			preferiria|prefiero ~1 morir|muerte|muerto|muerta
			la muerte ~3 alivio|descanso|solucion|mejor|salida|paz|bonita|opcion
			cruzar ~3 sin mirar
		`,
	},
	{
		id: 'end-it-passively',
		what: about(1, { anyway: true, subject: 'self', weight: 1.3 }),
		patterns: `
			que ~2 se acabe|acabara|termine|terminara ~1 todo|vida|dolor|sufrimiento
			se acabe|acabara|termine|terminara ~1 todo
			se acabe|acabara|termine|terminara mi|el|la|este sufrimiento|dolor|vida
		`,
	},
	{
		id: 'life-pointless',
		what: about(1, { leans: true, anyway: true, subject: 'self' }),
		patterns: `
			vida ~1 no|nunca ~1 vale|merece|tener ~1 la|sentido|pena|nada|valor
			vida ~1 es un|una|puro? infierno|mierda|tortura|martirio|pesadilla|asco|carga|condena
			no poder vivir asi|mas
			odiar|detestar ~1 vida|vivir|existir
			no querer|poder seguir $
			pensar ~5 en la? muerte
		`,
	},
	{
		id: 'not-live',
		what: about(1, { weight: 1.8, anyway: true }),
		patterns: `
			no|ni|nada ~2 ganas|razon|motivo|fuerza|fuerzas ~3 vivir|seguir|levantar|nada|existir|continuar
			no ~1 sirvo|pertenezco|encajo|quepo ~2 mundo|vida|aqui
			ya no ~2 querer|puedo|aguanto|soporto ~3 estar|vivir|seguir|existir|vida|mundo|aqui|nada
			para que|pa ~3 seguir|vivir|estar|existir|despertar|levantar
			que caso|sentido ~2 tiene ~2 vivir|vida|seguir|todo
			no ~2 veo|encuentro|hallo|tengo ~3 salida|sentido|razon|futuro ~3 vida|vivir|seguir|mas|nada
			no ~1 querer|deseo|soporto|puedo|aguanto ~2 <vivir> ~1 mas|aqui|asi|este|viviendo|vida|mundo|nada
			no querer|desear ~1 vivir|existir
			no querer ~1 seguir viviendo|aqui|adelante|vivo|viva|existiendo|luchando|asi
			no querer ~1 estar ~1 vivo|viva|en este
			no querer esta|mi|la vida
			no tener|quedan|encuentro|siento|hay|veo|dan|sin ~2 ganas|razon|razones|motivo|motivos|sentido|proposito|fuerza|fuerzas ~1 de|para|a|en ~1 <vivir>|la|mi|esta vida?
			sin|perder ~1 ganas|razones|motivos|sentido de|para|las|a|el ~2 <vivir>|vida
			perder las|el ganas|deseo|gusto de|por vivir|seguir|la|existir
			sin ganas de vivir|seguir|nada
			no ~2 verle|ver|encuentro|hallo|encontrar|tener ~1 le? ~1 sentido|proposito|futuro ~1 a|de|en|para ~2 vida|vivir|existir|seguir|mi
			no vale|merece ~1 la pena ~1 vivir|vida|seguir
			para que ~1 <vivir>|nacer|estar
			que sentido tiene ~1 <vivir>|vida|todo|seguir|estar|nada
			por que ~1 sigo|estoy|naci|vivo|despierto|tengo ~1 aqui|vivir|respirando
			no se|creo|poder ~3 seguir ~1 viviendo|adelante|asi|mas|con|vivo
			no poder ~1 seguir viviendo|asi
			no poder seguir $
			no me ver|imagino ~1 en|un|llegando|viva|vivo|futuro|el
			ya no querer nada ~1 vida|mas|seguir?
			no querer saber nada de la vida|nadie
			no vivir|quiero mas
			solo|nada|unico|unica ~3 sigo|estoy|vivo|aguanto ~1 viva|vivo|aqui por|porque
			sigo|estoy ~1 viva|vivo|aqui solo? ~1 por|porque mi|mis
			no me quedan|queda ~2 vivir|razones|motivos|nada|vida
			nada ~1 que hacer en este|esta mundo|vida
		`,
	},
	{
		id: 'better-without-me',
		what: about(1, { weight: 1.9, anyway: true, subject: 'self' }),
		patterns: `
			descansarian|descansan|mejor|felices|tranquilos|aliviados ~4 si|sin|cuando ~2 falto|faltara|fuera|mi|muero|muriera|voy|estoy
			si yo? falto|faltara|muriera|muero|desaparezco|desapareciera|voy ~5 mejor|descansan|descansarian|nadie|felices|tranquilos
			nadie ~3 extranar|extranaria|lloraria|notaria|echaria|importaria|daria ~3 mi|me|si|falta|cuenta
			ser una? carga ~2 para|de
			solo soy|doy|estorbo|molesto ~2 carga|estorbo|problema|problemas|molestia
			una? mama|madre|papa|padre mejor
			mejor|felices|feliz|tranquilos|bien|descansarian|libres ~2 sin mi
			sin mi ~2 mejor|felices|tranquilos|bien
			mejor|descansarian|felices|tranquilos ~3 si|cuando yo? ~1 no estar|existir|desapareciera|muriera|muero
			descansarian|mejor ~3 si|cuando yo? desaparecer|morir
			nadie ~4 si|cuando ~1 me? ~1 desaparezco|desapareciera|mato|fuera|falto|matara|morir
			si ~1 desaparezco|desapareciera|mato|morir|falto ~2 nadie|todos|a
			nadie me ~1 extranar|echar|lloraria|notaria
			nadie ~3 notar|notaria|dar|extranar|llorar|cuenta ~2 mi|si|que ~1 muerte|ausencia|muero
			sobrar|estorbar ~2 mundo|aqui|todos|vida|vivo
			sobro en
			solo? soy una? carga ~3 todos|familia|mundo|mis
			mundo|todos|familia ~2 mejor sin mi
			les haria|hago un favor
			mi funeral|entierro|velorio
		`,
	},
	{
		id: 'tired-of-life',
		what: about(1, { weight: 1.6, anyway: true }),
		patterns: `
			cansado|cansada|harto|harta|agotado|agotada|aburrido|aburrida|hasta ~2 de ~1 vivir|existir|seguir|respirar
			cansado|cansada|harto|harta|agotado|agotada|aburrido|aburrida|hasta ~2 de ~1 mi|la|esta|estar ~1 vida|viva|vivo
			cansado|cansada|harto|harta de ~1 vivir|existir|respirar|la|esta|mi vida?
			odiar ~1 estar|vivir|existir ~1 vivo|viva?
			me pesa|duele|cansa|agota ~1 vivir|existir|vida|estar
			vivir|existir ~1 duele|cansa|pesa|agota
		`,
	},
	{
		id: 'not-care-if-die',
		what: about(1, { anyway: true, weight: 1.6, subject: 'self' }),
		patterns: `
			da igual ~3 morir|vivir|morirme
			no me importar|preocupa|molestaria|da ~3 morir|atropellar|vivir|despertar|morirme|matara
			si me muero|mori ~1 mejor|mala|que
			vivir o morir
			muerto|muerta en vida
			muerto|muerta por dentro
			ya estoy muerto|muerta
		`,
	},
	{
		id: 'want-die',
		what: about(2),
		patterns: `
			morir|matar|muero|mato ~2 ganas|deseo
			me querer|quiero|quisiera ~1 petatear|desvivir|morir|matar|ir ~1 solito|yo|ya
			ocurrir|ocurre|pensar|pienso|penso ~4 acabar|terminar ~2 con|todo|yo|esto|mismo
			idea de terminar|acabar ~2 con|yo|todo|esto|mismo
			pensar|pienso|pensado ~3 en ir|irme|no ~3 cuenta|seguir|siempre|mundo
			no seguir ~2 cortar|acabar|nada
			hacer|cometer una? tonteria|locura|barbaridad|estupidez
			pensar|pienso|penso ~4 hacer lo
			quitar ~1 me ~1 de ~1 en medio|enmedio|encima
			acabo|acabe|acabar|termino|terminar yo ~2 con|mismo|misma|esto|todo
			me ~1 querer|gustaria|voy morir
			querer|desear|necesitar|esperar|gustaria|ganas|preferir|merecer ~1 de? morir ~1 me|se|te?
			me ~1 quiero|quisiera ~1 morir
			querer|desear|gustaria ~1 estar ~1 muerto|muerta
			pensar|suenar|sueno|fantasear|imagino ~2 en|con|que ~1 morir|muerte|morirme
			ganas de morir|morirme|muerte
			deseo|deseos|deseando ~1 de? ~1 muerte|morir
			dejame|dejenme|dejen me? morir
			querer la muerte
		`,
	},
	{
		id: 'suicidal-thoughts',
		what: about(2),
		patterns: `
			pecado|infierno|cielo|duele|dios ~5 suicidar|suicidio|<matar>
			es ~2 pecado|normal|malo|egoista ~3 suicidar|<matar>|morir|pensar
			ganas ~1 de matar ~1 se|me
			alguien mas ~8 morir|matar|suicidar|muerte ~1 se|me?
			pensamientos|pensamiento|ideas|idea ~2 de|del|suicidas|suicida|suicidio ~2 matar|suicidio|morir|muerte|suicidas|suicida|malas|feas
			suicidio ~2 jubilacion|plan|opcion|salida|volvio|vuelve|cabeza
			plan ~3 es el? suicidio
			pensar|pienso|pensado|penso ~3 en|que ~3 suicidar|matar|suicidarme|suicidio|matara|quitar
			si yo? me matar|matara|muriera|fuera|suicidara
			voces ~6 mate|muera|haga|hacer|caso|matar
			volver|vuelven|volvieron|regresaron|otra ~3 pensamientos|ideas ~3 suicidas|malas|muerte
			idea|ideas ~1 de|del ~1 suicidio|<matar>|morir
			pensamiento|pensamientos|idea|ideas|ideacion|tendencias|impulsos|intenciones|plan|planes|fantasias|deseos|crisis suicida|suicidas|suicidio
			pensamiento|pensamientos|ideas|ganas|idea de|sobre ~1 <matar>|suicidio|muerte|morir|acabar
			me sentir|encuentro suicida
			ser|estar ~1 suicida
			suicida $
			pensar|considerar|considero|contemplar|planear ~2 en|el|de? ~2 suicidio|<matar>
			en el suicidio
			suicidio ~2 unica|opcion|salida|solucion|mejor
			salida|opcion|solucion ~2 suicidio|<matar>
			pasa|viene|ronda|cruza|vino|paso ~4 cabeza|mente ~2 suicidio|<matar>|morir|muerte
			por|en|a la? cabeza|mente ~2 suicidio|<matar>|morir|muerte
			cabeza|mente|voz|voces|algo ~1 me ~1 pide|grita|gritan|decir ~2 que ~1 <matar>|mate|salte|morir
			me mate
			acabar|terminar con el|mi|este dolor|sufrimiento
		`,
	},
	{
		id: 'suicide-word',
		what: about(2, { deed: true, leans: true, weight: 1.5 }),
		patterns: `
			suicidio
			suicidios
			suicidar
		`,
	},
	{
		id: 'told-to',
		what: about(2, { anyway: true, stance: 'quoted', settles: true }),
		patterns: `
			me ~1 dijo|dijeron|decia|dice|escribio|escribia|dicen|decian que ~2 me matara|mate|suicidara|suicide|muriera|muera
			dijo|dice|decia|amenaza|amenazaba|amenazo ~2 que|con ~1 se ~2 <matar>|mataria|mata|mataba|suicidaria
		`,
	},
	{
		id: 'suicide-named',
		what: about(2, { deed: true }),
		patterns: `
			<matar>
			<modal> <matar>
		`,
	},
	{
		id: 'held-back',
		what: about(2, { anyway: true, weight: 2.6, settles: true }),
		patterns: `
			unico|unica|lo|razon|cosa ~4 frena|impide|detiene|para|retiene|salva ~2 de|que|es ~2 <matar>|suicidio|hacerlo|morir
			no tener|hay|encuentro|me|da ni|el|dan ~2 valor|fuerzas|fuerza|coraje|energia|valentia|huevos|agallas|pilas ~1 para|de|ni ~1 <matar>|<metodo>|morir
			no ~2 ni|para|de|siquiera ~1 fuerzas|fuerza|valor|coraje ~2 <matar>|<metodo>
			miedo ~1 de|a|que ~1 <matar>|<metodo>
			intentando|intento|tratando|luchando|trato|lucho|esfuerzo ~3 no ~1 <matar>|<metodo> <pronto>?
			si no fuera|hubiera|fuese por ~5 <matar>|<metodo>|habria|estaria|muerto|muerta
			habria|hubiera|hubiese ~1 me? ~1 quitado|matado|suicidado|acabado|tirado
			por que no ~2 <matar>|mato|<metodo>
			razon|razones|motivo|dame|denme|diganme|dime ~3 para|no|por ~2 <matar>
			no poder dejar|parar|quitarme|sacarme ~3 pensar|imaginar|de ~3 <matar>|morir|suicidio|muerte|<metodo>
			no paro|dejo de pensar|imaginar ~1 en ~2 <matar>|suicidio|morir|muerte|<metodo>
			antes de <matar>
			no es que no quiera|quiero ~1 morir|matar|vivir ~1 me?
			podria|podrian ~1 <matar>|matar
			no me|se atrevo ~2 <matar>|<metodo>
		`,
	},
	{
		id: 'method',
		what: about(3, { deed: true }),
		patterns: `
			pistola|arma|soga|cuerda|cuchillo|pastillas|gas ~5 rapido|facil|idea|mejor|conmigo|aqui|mano|miro|pienso
			tengo|tener ~1 la|el|un|una|las soga|cuerda|pistola|arma|cuchillo|pastillas ~3 aqui|mano|conmigo|lista|ganas|ganas|cama|al
			si me aviento|tiro|lanzo|dejo|boto|cuelgo|mato
			doy|darle derecho
			barranco|curva|camion|poste|muro ~6 derecho|acelero|acelerar|estrello|chocar|volante|tiro
			ver|viendo|veo|mirando|miro ~1 pasar? ~1 los|el|las trenes|tren|carros|abajo|vias|metro|vacio
			pensar|pienso|imagino|fantaseo|veo|mirar|miro|mire|ocurre|cruza|cabeza ~6 viga|soga|cuerda|pastillas|cajas|pistola|escopeta|arma|puente|tren|vias|metro|camion|balcon|azotea|terraza|altura|veneno|insulina|cuchillo|navaja|volante|rio|mar|barranco
			viga|soga|cuerda|pastillas|cajas|pistola|escopeta|arma|puente|tren|vias|metro|balcon|azotea|altura|veneno|insulina ~6 pensar|pienso|pensando|aguantaria|alcanza|bastaria|suficiente|conmigo|arreglar|cabeza
			soltar el volante
			tomar|tomarme ~2 veneno|cloro|lejia|pastillas|todo|blister
			calcular|calculo|contar|cuento ~6 pastillas|cajas|bastaria|alcanza|suficiente
			<metodo>
			<modal> <metodo>
			pensar|imaginar|fantaseo ~2 en|me|con ~1 <metodo>|saltar|tirarme|ahorcando|colgando|lanzarme
			me imaginar ~1 ahorcar|colgar|saltando|estrellando|tirando
			si tuviera|tuviese una|un|el ~1 pistola|arma|revolver|valor
			mirar|veo ~3 pastillas|puente|soga|cuchillo|navaja|balcon|ventana|pistola ~3 pensar|y|saltar
			asomar ~3 balcon|ventana|puente ~2 pensar|y
		`,
	},
	{
		id: 'looking-for-a-way',
		what: about(3, { anyway: true, weight: 3.1, subject: 'self' }),
		patterns: `
			buscar|investigar|investigue|googlear|leer|preguntar|saber|necesito ~5 forma|formas|maneras|metodos|metodo|como|cuantas|manera|indolora ~4 <matar>|morir|suicidio|suicidar
			forma|manera|modo|metodo|formas|maneras|metodos ~3 dolorosa|indolora|rapida|facil|rapido|efectivo|dolor ~2 de|para|morir ~1 <matar>|morir|irse|irme|suicidio|acabar
			forma|manera|metodo ~3 morir|<matar>|suicidio
			cuantas|cuantos|cuanta|cuanto <pastillas> ~4 morir|matar|falta|hacen|necesito|sobredosis|letal
			morir|morirme sin dolor|sufrir
			dosis|cantidad letal|mortal
			como <matar>
			eutanasia
		`,
	},
	{
		id: 'intent',
		what: about(4, { deed: true, time: 'future' }),
		patterns: `
			me ~1 ir a matar|suicidar|quitar|ahorcar|tirar|colgar|lanzar ~1 la? vida?
			ir a <matar>|<metodo>
			decidir|planear|jurar ~2 <matar>|<metodo>|suicidio
			si ~5 me mato|suicido|ahorco|tiro
			me suicidare|matare|quitare|ahorcare|colgare|tirare
			acabare|terminare con ~1 vida|todo
			a punto de ~1 <matar>|<metodo>
			estar|listo|lista|preparado para|dispuesto a? ~1 <matar>|morir
			nadie me ~1 va|puede|podra a? ~1 parar|detener|impedir
			si ~6 me mato
			no ~2 aguantar|aguantarme|controlar ~4 hacer ~1 lo
		`,
	},
	{
		id: 'intent-hinted',
		what: about(4, { anyway: true, time: 'future', leans: true }),
		patterns: `
			quiero|voy|pienso|intencion|ganas ~2 a|de|en? hacer lo ~1 ya|hoy|pronto|esta|$
			hacer me algo
			me ir|voy a hacer algo
			no ~2 frenar|frenarme|parar|detener|aguantar|controlar ~1 me ~1
			no ~1 prometer|prometo|garantizo ~4 noche|hacer|hoy|lo
			no ~2 convenzan|convencer|paren|detengan ~2 lo|me|contrario
			estoy decidido|decidida
			tengo ~1 decidido|claro|clarisimo
			cuando junte|tenga|reuna ~1 el? valor|coraje|fuerzas
			cada dia|vez ~1 estoy mas cerca
			mas cerca de hacer lo
			menos motivos|razones para no
			voy|ir|ire yo? tambien|detras|con
			no llego|llegare|paso a|de ~2 #|treinta|cuarenta|ano|semana
			me quedan unos|pocos meses|dias
			le|me doy hasta ~6 vida|cambia|acabo|anos
			decision|decidido|decidida ~2 tomada|hecho|hecha|ya
			esta decidido|decidida|tomada|hecho
			no llegar|llego|llegare|llegue|paso ~3 verano|ano|mayo|navidad|cumpleanos|semana|manana|viernes
			perdone|perdon|perdona ~4 voy|lo que ~3 hacer
			por mi|mis propia|propias|cuenta mano|manos
			ir me|yo por mi cuenta
			me ir|voy|ire por mi cuenta
			me ir|voy|ire yo? detras|tambien|con|solo|pronto
			faltar|falta|juntar|tener|tengo ~4 valor|coraje|valentia|huevos ~3 casi|ya|para|hacer|pronto|junto
			estuve|estaba|ando a nada|punto
			estar dispuesto|dispuesta|lista|listo|decidido|decidida a? hacer lo
			hacer|hago|haga caso ~3 voces|ordenes
			ser|soy|sea capaz ~3 hoy|ya|manana
			si ~10 me ir|voy|iba ~1 a matar
			no ~2 querer ~1 llegar
			lo tengo|tener resuelto|decidido|pensado|planeado
			al asilo|hospital no ~3 viva|vivo
			lo arreglo yo
			ya casi
			quiero que me paren
			lo hago|hare ~1
			<pronto> lo hago|hare
			ya lo? ~1 tener|haber ~1 decidido
			no ~1 ir a estar ~1 ano|aqui|mas|para|proximo|manana
			que viene no ~1 estar
			no creo|pienso ~2 que ~1 pase|llegue|aguante|sobreviva|viva ~1 de|a|esta|manana|el
			no paso|pase|llego|llegue|sobrevivo|aguanto de|a|esta ~1 semana|noche|ano|mes|hoy|manana|navidad
			cuando ~1 se? ~1 muera|muere|falte|vaya ~4 me ir|mato
			lo ir a hacer
			no ~1 ir|puedo ~1 a? poder? aguantar|controlar me esta ~1 vez
			lo hare
			a punto de hacer lo
			no me fio
			me ir a ir ~1 pronto|siempre|yo
			me voy yo tambien
			ya no hay vuelta
			pronto ~2 en? paz|descansar|acabar|termina
		`,
	},
	{
		id: 'plan',
		what: about(5, { anyway: true, time: 'future' }),
		patterns: `
			<pronto> lo hago|hare|termino|acabo
			lo hago|hare <pronto>
			ya compre|consegui|tengo|prepare|puse|deje ~2 lo|todo ~2 que necesitaba|necesito|listo|preparado|arreglado
			todo ~1 preparado|listo|arreglado ~2 bano|manana|noche|hoy|ya|para
			soga|cuerda ~1 esta|ya puesta|lista|colgada
			ultimo audio|mensaje|abrazo|dia ~3 mande|esposa|mama|hijos|familia|di
			<pronto> ~3 no regreso|vuelvo|voy|estoy ~2 estar|volver|mas|nunca
			no regreso|vuelvo|voy|volvere ~1 a? estar|regresar|volver
			quedan # horas|dias
			me apago yo
			el <pronto> me reuno|voy|reune
			<matar>|<metodo> <pronto>
			<pronto> ~1 me ~1 ir? a? <matar>|mato|suicido|tomo|ahorco|tiro|cuelgo
			<pronto> ~2 <metodo>
			<pronto> ~1 me tomo <todas>
			<pronto> ~1 me mato|suicido|ahorco|cuelgo
			tener|hacer ~1 el|un|mi ~1 plan ~2 y ~1 fecha|dia|carta|metodo
			plan y ~1 fecha|dia|carta|cuerda|nota
			escribir|escrita|dejar|escrito ~2 carta|cartas|nota|notas ~2 de? ~1 despedida|suicidio|suicida|mis|adios
			carta|nota|mensaje|cartas|notas de despedida|suicidio|adios
			carta|nota suicida
			esta noche es la noche
			ya? comprar|conseguir|tener|preparar ~2 cuerda|soga|pistola|arma|pastillas|veneno ~4 <pronto>|para|lista|delante|aqui|tomar|preparada|ayer|mano|mesa
			pastillas|soga|cuerda|pistola|cuchillo ~3 delante|lista|listas|preparada|preparadas|mano|mesa|cuello|cabeza
			sentar|sentado|sentada|estar|parado|parada|subido ~3 borde|cornisa|baranda|barandilla|azotea|puente ~2 de|del|ahora|pensando
			borde de|del la|un? azotea|puente|balcon|edificio|techo|tejado|terraza
			estoy en el|la|un puente|azotea ~2 ahora|perdonenme|mirando|lista
			me|las|los ~2 ir a tomar ~1 todas|<pronto>
			me las ir a tomar
		`,
	},
	{
		id: 'prepared',
		what: about(5, { anyway: true, leans: true, time: 'future' }),
		patterns: `
			guardando|guardo|juntando|dejando|ahorrando ~2 las|la|mis|en pastillas|medicacion|caja|medicinas
			parecer|parezca ~1 un? accidente
			quien ~3 quedar|cuida|cuidara|hace|va ~3 con|de|a mi perro|perra|gato|gata|hijos|hijo|mascota
			perro|gato|perra|gata ~3 arreglado|dejar|cuiden|cuide|cuidenme
			regale|regalar|vendi|di|deje ~4 mis|mi|todo|la|el ~3 cosas|discos|guitarra|ropa|moto|reloj|ps4|libros|todo
			contrasena|clave|papeles|seguro|testamento|notario|nicho|plata|cuentas|deudas ~5 dejo|deje|arreglado|pague|pagado|firmado|es|esta|cubiertos|listo
			pague|pagado|firme|firmado ~4 nicho|deudas|debia|seguro|papeles|todo
			cuando|que ~1 se duerman|vayan|duerma ~1 todos|todo
			despedir|despedirme|despido $
			solo ~2 despedir|despedirme ~1 me?
			ultima|ultimo ~3 faltaba|vez|cena|dia|noche|abrazo
			donde voy|vaya
			no ir a poder seguir|mas|despues
			no me ~1 contesten|contestes|pregunten|busquen|llamen
			fue un honor|placer ~4 ustedes|conocer|conocerlos
			gracias por las|todo|los|haber ~3 risas|todo|anos
			<pronto> ~1 se? ~1 termina|acabar|terminara ~1 todo?
			se acaba|termina todo
			manana|hoy|viernes termina|acaba
			me despedir
			regalar|repartir ~1 mis|todas|todo ~2 cosas|ropa|todo
			comprar|consegui la|una|el cuerda|soga|pistola|veneno
			tener la|el|una|mi fecha|plan
			dejar todo|las ~1 listo|arreglado|pagado|orden|preparado|cosas
			en el puente
		`,
	},
	{
		id: 'goodbye',
		what: about(5, { anyway: true, weight: 4, subject: 'self' }),
		patterns: `
			esta|este|esto es ~1 mi|el|la|un ~1 despedida|adios|ultimo|ultima|final
			mi|el|este ultimo|ultima ~1 mensaje|post|noche|dia|publicacion|carta
			ultimo mensaje
			cuando|si lean|leas|lea|leais|encuentren ~1 esto ~2 no|ya|habre|estare ~2 estar|muerto|muerta|ido
			cuando lean|leas|leais|alguien ~1 lea? esto
			ya no estar ~1 aqui|vivo|viva?
			adios a? ~1 todos|mundo|siempre|vida|familia|cruel
			adios para siempre
			hasta|nos vemos siempre|en el|la otro|otra lado|vida
		`,
	},
	{
		id: 'farewell',
		what: about(5, { anyway: true, leans: true, subject: 'self' }),
		patterns: `
			cuidar|cuiden|cuida|cuide ~1 de|a|mucho ~1 mi|mis
			no fue|es culpa|su culpa? ~1 de? nadie|ustedes|tuya?
			perdon|perdonen|perdonenme|perdoname|perdoneis|perdona|perdonadme me? ~1 todos|mama|familia|por|hijos?
			los|las|os quiero|amo ~1 mucho|todos
			gracias por todo
			gracias por haberme|todo|escucharme|haber ~1 me? ~1 escuchado?
			digan le|les ~1 a ~2 que
			adios
		`,
	},
	{
		id: 'attempt',
		what: about(6, { anyway: true, deed: true, time: 'past' }),
		patterns: `
			lavado ~2 estomago|gastrico|hicieron|hacer
			me hacer|hicieron|hizo un? lavado
			del? otro lado ~2 baranda|barandilla|reja|puente
			me tomar|tome|trague|tragar|tomado|tragado ~1 todo|toda|todas|todos|las|los|el|un|la|ya
			ya? me las|los|lo trague|tragar|tome|tomar
			me tome|tomar|tome ~4 pastillas|blister|pastilla|medicinas|frasco|caja ~6 mes|todo|botiquin|dormir|noche|sabado|domingo|ayer|hospital|despertar
			vez que fallo|intento|falle|lo
			tercera|segunda|cuarta|tercer|segundo vez|intento ~3 fallo|intento|falle|ano
			me puse|pare|meti|subi ~2 en|a las|al|el|la vias|rio|puente|baranda|azotea ~8 agarro|jalo|detuvo|salvo|bajaron|volvi|sali
			canon|pistola|arma|escopeta en|contra la|mi ~1 boca|cabeza|sien
			no ~1 fue|era un? accidente
			siete|dias|semana|salir|sali|salgo|ingresado|ingresada|internado|internada ~3 psiquiatria|psiquiatrico|hospital ~6 intento|pastillas|sobredosis|nudo|lavado|matar
			intento ~3 semana|mes|ano|ayer|anoche|lunes|domingo|sabado|viernes
			intente|intentar ~2 de? ~1 <matar>|<metodo>|morir|hacerlo
			a la proxima ~1 no fallo|falle
			volver|vuelvo|vuelva a? hacer lo|me
			hospital|urgencias|uci ~6 por|tras|despues ~2 intento|pastillas|sobredosis|tomar|cortar
			=tome|=trague|=tragado|=tomado ~2 <pastillas> ~2 para ~1 morir|<matar>|no
			=intente|=intento|=intentado|=trate|=tratado|=intentando|=quise ~1 de? <matar>|<metodo>|morir
			me ~1 =intente|=trate|=intentado|=quise de? matar|suicidar|ahorcar|quitar|colgar|cortar
			=intento|intentos de? suicidio|suicida|matarme
			# intentos
			intento|intentos de suicidio|quitarme|matarme
			dos|tres|cuatro|varios|muchos|primer|segundo|tercer|ultimo|mi intento|intentos ~1 de? suicidio?
			despues|tras|por de? ~1 intentar ~1 de? ~1 <matar>|suicidio
			por intentar <matar>
			me =tome|=tomado|=trague una? sobredosis
			me ~1 =tome|=trague|=tomado|=tragado <todas>
			me =corte|=corto|=abri las venas|munecas
			me =tire|=lance|=arroje de|del|desde|por|al ~2 <alto>|<via>
			me =ahorque|=colgue|=dispare|=envenene
			sobrevivir|sobrevivi a? ~1 mi|un intento|suicidio|sobredosis
			intente|trate|intentado suicidarme|suicidar
			lavado de estomago|gastrico
			rompio la cuerda|soga
			ya|casi ~1 intente ~1 me?
		`,
	},
	{
		id: 'being-done',
		what: about(6, { anyway: true, time: 'now', weight: 5 }),
		patterns: `
			me acabar de tomar|tragar|cortar|beber ~1 <todas>|venas|las
			acabar de tomar|tragar me ~1 <todas>|las
			ya lo|las? hice|tome|hecho ~3 tome|pastillas|cuarenta|#|tomado|siento
			me|las ~1 he tragado|tomado ~1 <todas>
			me =corte las venas ~4 sangrar|para
			ya me ~1 tome|trague ~1 <todas>|las
			me estoy desangrando|muriendo
			me tome ~1 cuarenta|treinta|veinte|#|todas|todo ~2 sentir|sueno
			tome|trague ~3 hace ~1 # minutos
		`,
	},
];
