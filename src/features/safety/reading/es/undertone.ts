import { undertoneFrom } from '../undertone.ts';

/** Written by `bench/reading/learn.ts`. */
export const undertone = undertoneFrom(
	-2.94,
	`
	4.5: pensar
	3.25: matar
	3: ojala
	2.75: matar_me
	2.5: estar
	2.25: ^_ojala ^_ya a_hacer me_la pastillas suicidar ya_no
	2: me no_querer si_me
	1.75: ganas hacer las_pastillas no_ser pensar_en por_mi tirar vida vivir ya
	1.5: ^_con coche dar estar_en nadie puente terminar vez y_que
	1.25: a_nadie acabar bueno cabeza despedir en_el ir las me_llevar me_matar muerta no pido querer quitar_me semanas ser ser_mi suicidio todo todos venir
	1: ^_bueno ^_no ^_querer ^_sentir a ahorcar antes ayer cada creer de_suicidio desde dias el_coche en_matar en_serio estar_muerta favor hacer_lo la_vida les lo_pensar madre me_las mujer no_ir pensamientos porque que_me regalar seguir serio si suicidar_me tomar y_le y_se yo yo_me
	0.75: 3 ^_creer ^_eso ^_ser a_las ahorcar_me al_cielo ano arreglar casa cielo con_el con_todo cosas_y creer_que de_mi de_morir de_vivir del desear despertar dios el_domingo el_suicidio ella esto faltar haber_nadie ideas ir_a la_cabeza la_idea la_verdad le_dar le_decir llevar llevar_semanas lo lo_unico los_dias mas me_querer me_y mi_vida miedo mismo nada_mas no_haber normal ojala_me parar parar_que por por_favor quedar senor ser_un solo tener_la tirar_me todos_los tres unico unico_que veces_pensar verdad vida_y volver_a y_nadie
	0.5: ^_llevar ^_pensar a_estar aguantar asi cada_dia cada_vez cama cansar_de cuando_se decir_a domingo firmar ganas_de gracias_por hospital imaginar lo_hacer me_ir me_pasar me_tomar mi_familia mi_hermano mirar morir nacer no_sentir noche pastillas_de poder_mas por_fin que_lo que_ser que_si querer_matar querer_que semana_pasar sentir_que ser_lo tener tener_ganas ultimo y_lo y_pensar y_un
	0.25: ^_y de_matar fin horas hoy intentar la me_dar mis pensar_que sentir todas y_no
	-0.25: ^_haber ^_pero ayudar companeros me_estar mi_me odiar todavia
	-0.5: ^_ir ^_la ^_nadie ^_nunca ^_siempre cambiar_de con_estar dos el_trabajo estar_pensar final hablar kilos los me_gustar me_salir mi_hijo monton morir_de nos pero piso preguntar probar quedar_en querer_contar respirar salir si_estar siete tanto tener_que un_monton
	-0.75: ^_poder buscar carrera colegio el en_la gustar hermana llamar mandar meses nunca poder psicologa querer_morir se_quitar servir un
	-1: ^_que ^_yo con en grupo llorar me_cuesta o persona que_querer que_te solo_estar tardar una vivir_en y_a y_mis
	-1.25: ^_los ^_mi ^_se ^_te a_mi ansiedad aunque cambiar cuesta me_sentir
	-1.5: amiga comer contar su
	-1.75: jaja trabajo
	-2: bien tu
	-3.25: te
`,
);
