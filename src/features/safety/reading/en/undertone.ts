import { undertoneFrom } from '../undertone.ts';

/** Written by `bench/reading/learn.ts`. */
export const undertone = undertoneFrom(
	-2.24,
	`
	3.75: kill_myself myself
	3.5: think_about
	3: wish
	2.75: think will
	2.25: keep pill
	2: i_just kill live look tonight
	1.75: do_it hope i_have letter my_life out suicide to_do will_not
	1.5: attempt be_dead be_not decide end i_be just_want on_my suicidal take this tuesday wake_up will_be wish_i
	1.25: ago alive always be_have before do_not end_my finish gun i_can in_my just look_at me_and not now of out_of stop then thought wake want what_i
	1: already be_go buy dead home if_i it it_to last leave life mind never of_the pick really should that_be to_be to_kill want_to
	0.75: ^_get ^_not ^_now and_think away back bad be_alive be_always be_over because break cross day dog door everything fail for_my god have_no head honestly i_look i_mean i_really i_think if it_and it_will jump keep_think know_who mean mom my_mind my_mom not_be not_care not_say overdose paid plan please ready rope sit the_note the_rope to_live to_me to_work way way_to wife write
	0.5: ^_nobody ^_there after all all_my and_the anymore ask_to be_scared born date do_that end_it every_night go goodbye hang have_the have_thought here hope_i i_do i_love i_still i_try i_wish insurance know last_time lie like_i many march me morning nice not_have note now_i once only point really_want right right_now say_i scared someone_talk something sunday take_all tell_my the_last the_pill this_be thursday till try_to up use_it will_have with_the
	0.25: ^_like about and_i can_not car come every go_to have_be i_keep i_take i_want i_will not_wake on_the only_thing tell the_only to when why
	-0.25: ^_what at_the talk_about that_she you_be
	-0.5: ^_i ^_it all_right ask be be_you cry drive give have_get have_you his i_feel in just_really keep_say mother much name or or_anything party so someone_else story three to_ask what you_can
	-0.75: ^_have ^_how ^_no ^_one be_so do_the find first friend get_a give_me happy have_my homework house i_say if_anyone job kill_me make make_me move new off ok online out_that pass say soup teacher the_doctor week
	-1: ^_be ^_you at call do_you doctor he_be hurt hurt_myself miss she_be us
	-1.25: ^_so from i_cry no sad start worry years
	-1.5: ^_my ^_we a and feel she
	-1.75: help people
	-2: your
	-2.5: we
	-3.25: you
`,
);
