/** Phrases the Spanish rules are made of, without accents; each may use those before it. */
export const phrases: Record<string, string> = {
	cl: `me|te|se|nos`,
	modal: `querer|poder|deber|desear|necesitar|intentar|pensar|planear|decidir|preferir|merecer|esperar|buscar
		ir a
		tratar|dejar|acabar|terminar|parar|haber|dudar de
		pensar|insistir|sonar en|con?
		tener que|ganas|intencion|miedo|deseos|planes de|a?
		estar a punto|intentando|pensando|por|planeando|tratando|deseando|considerando de|en?
		tener muchas? ganas de
		me gustar|encantar|apetecer|dar|entrar por|ganas? de?
		gustaria|encantaria`,
	vida: `mi|la|su|tu|esta propia? vida|existencia`,
	vivir: `vivir|existir|respirar|despertar|continuar
		seguir $
		seguir viviendo|adelante|aqui|asi|existiendo|luchando|vivo|viva|respirando|con
		estar aqui|vivo|viva|en este
		despertar me|nunca|jamas|mas?
		levantar me
		ver otro|el dia|manana|amanecer|futuro`,
	pastillas: `pastilla|pastillas|pastis|tabletas|tableta|comprimidos|capsulas|medicamento|medicamentos|medicacion|medicina|medicinas|paracetamol|ibuprofeno|ansioliticos|antidepresivos|somniferos|lorazepam|diazepam|alprazolam|clonazepam|rivotril|orfidal|trankimazin|insulina|veneno`,
	todas: `todas|todos|muchas|varias|demasiadas|un|una|el|la|toda|todo ~3 <pastillas>
		un|una|el|la|medio|todo|toda ~2 bote|frasco|caja|blister|tableta|punado|monton|sobredosis ~1 de? ~1 <pastillas>
		# <pastillas>
		cuarenta|treinta|veinte|diez|quince|cincuenta <pastillas>?
		# de? <pastillas>?
		todas`,
	alto: `puente|edificio|azotea|balcon|ventana|acantilado|tejado|terraza|torre|piso|barranco|rio|mar|viaducto|vacio|precipicio|octavo|decimo|quinto`,
	via: `tren|metro|autobus|coche|carro|camion|vias|rieles|trafico|autopista|carretera|calle|bus`,
	metodo: `<cl> ~1 <modal>? ahorcar|colgar|ahogar|disparar|envenenar|asfixiar|degollar|electrocutar|apunalar|empastillar|intoxicar
		ahorcar|colgar|disparar|envenenar|asfixiar|degollar|electrocutar|apunalar|empastillar|intoxicar|ahogar <cl>
		<cl> ~1 <modal>? tirar|lanzar|arrojar|aventar|botar ~1 de|del|desde|por|al|a|delante ~3 <alto>|<via>
		tirar|lanzar|arrojar|aventar|botar <cl> ~1 de|del|desde|por|al|a|delante|bajo|contra ~3 <alto>|<via>
		tirar|lanzar|arrojar|aventar <cl> $
		saltar de|del|desde|por|al|a|delante ~3 <alto>|<via>
		<cl> ~1 <modal>? cortar|abrir|rajar las|mis? venas|munecas|vena|cuello
		cortar|abrir|rajar <cl> las|mis? venas|munecas|cuello
		<cl> ~1 <modal>? pegar|dar|meter|disparar un|el? ~1 tiro|balazo|disparo|bala
		pegar|dar|meter <cl> un|el? ~1 tiro|balazo|disparo|bala
		volar <cl>? la|los tapa|sesos|cabeza
		<cl> ~1 <modal>? tomar|tragar|beber|zampar|meter|pasar <todas>
		<cl> las|los ~1 <modal> tomar|tragar
		tomar|tragar|ingerir <cl> las|los? <todas>
		tomar|tragar <todas>
		sobredosis
		estrellar|chocar|estampar <cl>? ~2 coche|carro|auto|moto|contra ~3 muro|arbol|camion|puente|pared|contra
		<cl> estrellar|chocar|estampar
		apretar|jalar el gatillo
		poner|atar|amarrar <cl>? la|una soga|cuerda ~1 al|en cuello
		beber|tomar lejia|cloro|veneno|anticongelante|raticida`,
	matar: `<cl> ~1 <modal>? ~1 matar|suicidar|desvivir|eliminar
		matar|suicidar|desvivir|eliminar <cl>
		<cl> ~1 <modal>? quitar la|mi|su vida
		quitar <cl> la|mi|su vida
		acabar|terminar con <vida>|todo|esto|conmigo|mi|el sufrimiento|dolor?
		acabar|terminar con todo
		poner <cl>? le? fin a ~1 <vida>|todo|esto|mi
		poner punto final
		cometer|cometo suicidio
		matar me de? una? vez?`,
	pronto: `esta|este noche|tarde|semana|madrugada|fin|viernes|sabado|domingo|lunes
		hoy|manana|pronto|ahora
		ahora|hoy mismo
		el viernes|sabado|domingo|lunes|martes|miercoles|jueves|dia
		antes|despues de|del|que
		en # dias|horas|minutos
		cuando ~3 haya|duerman|vayan|solo|sola`,
};
