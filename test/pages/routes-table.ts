import { roles } from './scene.ts';

/**
 * What everybody gets at every address, and for every button, of the circle “Long nights” where there is a circle.
 * `ok` is the page; `no` a 404; `in` and `up` lead to signing in or up; `done` has changed something; `back` leads
 * somewhere and has changed nothing; a number is a refusal. An address that is not in here fails the test.
 *
 * Of rooms: “The kettle is on”, which the steward holds; observer, member, coordinator and whoever is asked to pause in the
 * circle are in it. `closed` is a room that nobody holds, `waiting` a case at the desk that nobody has. The newcomer waits for somebody to sit with, and the steward is
 * there for talks.
 *
 * The columns: any visitor, a newcomer who waits in its line, an observer, a member, somebody asked to pause, its host,
 * the host of another circle, a steward, a coordinator, somebody of 13–17, and somebody who has erased themselves.
 */
const table = `
                                                 any  new  obs  mem  pau  host oth  stew coor teen gone
GET               /                              ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /about                         ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /calendar/[token]/calendar.ics no   no   no   no   no   no   no   no   no   no   no
GET               /catalogue                     ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /circles                       ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /circles/new                   in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST              /circles/new                   in   409  409  409  409  done done 409  done 409  in
GET               /circles/[circle]              ok   ok   ok   ok   ok   ok   ok   ok   ok   no   ok
POST ?/join       /circles/[circle]              up   back done 409  409  409  done done done no   up
POST ?/observe    /circles/[circle]              up   done back 409  409  409  done done done no   up
POST ?/unobserve  /circles/[circle]              up   back done back back back back back back no   up
POST ?/leave      /circles/[circle]              up   409  409  done done done 409  409  409  no   up
POST ?/leave-line /circles/[circle]              up   done 409  409  409  409  409  409  409  no   up
POST ?/rest       /circles/[circle]              up   409  409  done done done 409  409  409  no   up
POST ?/accept     /circles/[circle]              up   409  409  back back back 409  409  409  no   up
POST ?/alias      /circles/[circle]              up   done done done 409  done 409  409  409  no   up
GET               /circles/[circle]/meeting      back back ok   ok   ok   ok   back back back no   back
POST ?/come       /circles/[circle]/meeting      no   no   done done done done no   no   no   no   no
POST ?/act        /circles/[circle]/meeting      no   no   409  done 409  done no   no   no   no   no
POST ?/say        /circles/[circle]/meeting      no   no   409  done 409  done no   no   no   no   no
POST ?/aside      /circles/[circle]/meeting      no   no   done done done 409  no   no   no   no   no
POST ?/accept     /circles/[circle]/meeting      no   no   409  back back back no   no   no   no   no
POST ?/how        /circles/[circle]/meeting      no   no   409  409  409  409  no   no   no   no   no
POST ?/debrief    /circles/[circle]/meeting      no   no   409  409  409  done no   no   no   no   no
GET               /circles/[circle]/meeting/plan no   no   no   no   no   ok   no   no   no   no   no
POST              /circles/[circle]/meeting/plan no   no   no   no   no   done no   no   no   no   no
GET               /circles/[circle]/people       back back ok   ok   ok   ok   back back back no   back
POST ?/answer     /circles/[circle]/people       no   no   409  409  409  409  no   no   no   no   no
POST ?/pause      /circles/[circle]/people       no   no   409  409  409  done no   no   no   no   no
POST ?/hand-over  /circles/[circle]/people       no   no   409  409  409  done no   no   no   no   no
POST ?/take-on    /circles/[circle]/people       no   no   409  409  409  409  no   no   no   no   no
POST ?/step-back  /circles/[circle]/people       no   no   409  409  409  done no   no   no   no   no
POST ?/invite     /circles/[circle]/people       no   no   409  409  409  done no   no   no   no   no
GET               /circles/[circle]/settings     no   no   no   no   no   ok   no   no   no   no   no
POST ?/details    /circles/[circle]/settings     no   no   no   no   no   done no   no   no   no   no
POST ?/meetings   /circles/[circle]/settings     no   no   no   no   no   done no   no   no   no   no
POST ?/call-off   /circles/[circle]/settings     no   no   no   no   no   409  no   no   no   no   no
POST ?/end        /circles/[circle]/settings     no   no   no   no   no   done no   no   no   no   no
POST ?/state      /circles/[circle]/settings     no   no   no   no   no   done no   no   no   no   no
GET               /circles/[circle]/talk         back back ok   ok   ok   ok   back back back no   back
POST ?/say        /circles/[circle]/talk         no   no   409  done 409  done no   no   no   no   no
POST ?/accept     /circles/[circle]/talk         no   no   409  back back back no   no   no   no   no
POST ?/read       /circles/[circle]/talk         no   no   back back back back no   no   no   no   no
POST ?/resonate   /circles/[circle]/talk         no   no   409  done done done no   no   no   no   no
POST ?/remove     /circles/[circle]/talk         no   no   409  409  409  done no   no   no   no   no
POST ?/hide       /circles/[circle]/talk         no   no   409  409  409  done no   no   no   no   no
POST ?/show       /circles/[circle]/talk         no   no   409  409  409  done no   no   no   no   no
GET               /circles/[circle]/talk/[place] no   no   no   no   no   ok   no   no   no   no   no
POST              /circles/[circle]/talk/[place] no   no   no   no   no   done no   no   no   no   no
GET               /claim/[token]                 ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST              /claim/[token]                 in   409  409  409  409  409  409  409  409  409  in
GET               /demo                          ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST              /demo                          done done done done done done done done done done done
GET               /discreet                      ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST              /discreet                      back done done done done done done done done done back
GET               /embed.json                    ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /healthz                       ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /help                          ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /help/all                      ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /hsds                          ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /hsds/organizations            ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /hsds/organizations/[id]       ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET /hsds/organizations/[id] missing             no   no   no   no   no   no   no   no   no   no   no
GET               /hsds/service_at_locations     ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /hsds/services                 ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /hsds/services/[id]            ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /hsds/services/[id] missing    no   no   no   no   no   no   no   no   no   no   no
GET               /listings                      ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /listings.csv                  ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /listings.ics                  ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /listings.json                 ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET /listings/[listing]/calendar.ics             ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET /listings/[listing]/calendar.ics missing     no   no   no   no   no   no   no   no   no   no   no
GET               /language                      ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST              /language                      back back back back back back back back back back back
GET               /leave                         back done done done done done done done done done back
POST              /leave                         back done done done done done done done done done back
GET               /changed/[listing]             ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /changed/[listing] missing     no   no   no   no   no   no   no   no   no   no   no
POST              /changed/[listing]             done done done done done done done done done done done
POST              /changed/[listing] missing     no   no   no   no   no   no   no   no   no   no   no
GET               /confirm/[token]               ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST              /confirm/[token]               409  409  409  409  409  409  409  409  409  409  409
GET               /keeping                       in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/open       /keeping                       in   409  409  409  409  409  409  409  done 409  in
GET               /keeping/[body]                no   no   no   ok   no   ok   no   no   ok   no   no
GET               /keeping/[body] missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/confirm    /keeping/[body]                no   no   no   409  no   done no   no   done no   no
POST ?/confirm    /keeping/[body] missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/seen       /keeping/[body]                no   no   no   409  no   done no   no   done no   no
POST ?/seen       /keeping/[body] missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/give       /keeping/[body]                no   no   no   409  no   done no   no   done no   no
POST ?/give       /keeping/[body] missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/take       /keeping/[body]                no   no   no   done no   done no   no   done no   no
POST ?/take       /keeping/[body] missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/details    /keeping/[body]                no   no   no   409  no   done no   no   done no   no
POST ?/details    /keeping/[body] missing        no   no   no   no   no   no   no   no   no   no   no
GET               /keeping/[body]/new            no   no   no   ok   no   ok   no   no   ok   no   no
GET               /keeping/[body]/new missing    no   no   no   no   no   no   no   no   no   no   no
POST              /keeping/[body]/new            no   no   no   done no   done no   no   done no   no
POST              /keeping/[body]/new missing    no   no   no   no   no   no   no   no   no   no   no
GET /keeping/[body]/listings/[listing]           no   no   no   ok   no   ok   no   no   ok   no   no
GET /keeping/[body]/listings/[listing] missing   no   no   no   no   no   no   no   no   no   no   no
POST ?/save /keeping/[body]/listings/[listing]   no   no   no   done no   done no   no   done no   no
POST ?/save /keeping/[body]/listings/[listing] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/confirm /keeping/[body]/listings/[listing] no   no   no   409  no   done no   no   done no   no
POST ?/confirm /keeping/[body]/listings/[listing] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/off /keeping/[body]/listings/[listing]    no   no   no   409  no   done no   no   done no   no
POST ?/off /keeping/[body]/listings/[listing] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/back /keeping/[body]/listings/[listing]   no   no   no   409  no   back no   no   back no   no
POST ?/back /keeping/[body]/listings/[listing] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/link /keeping/[body]/listings/[listing]   no   no   no   409  no   done no   no   done no   no
POST ?/link /keeping/[body]/listings/[listing] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/unlink /keeping/[body]/listings/[listing] no   no   no   409  no   back no   no   back no   no
POST ?/unlink /keeping/[body]/listings/[listing] missing no   no   no   no   no   no   no   no   no   no   no
GET /keeping/[body]/listings/[listing]/history   no   no   no   ok   no   ok   no   no   ok   no   no
GET /keeping/[body]/listings/[listing]/history missing no   no   no   no   no   no   no   no   no   no   no
POST ?/revert /keeping/[body]/listings/[listing]/history no   no   no   409  no   done no   no   done no   no
POST ?/revert /keeping/[body]/listings/[listing]/history missing no   no   no   no   no   no   no   no   no   no   no
GET /keeping/[body]/proposals/[proposal]         no   no   no   ok   no   ok   no   no   ok   no   no
GET /keeping/[body]/proposals/[proposal] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/approve /keeping/[body]/proposals/[proposal] no   no   no   409  no   done no   no   done no   no
POST ?/approve /keeping/[body]/proposals/[proposal] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/decline /keeping/[body]/proposals/[proposal] no   no   no   409  no   done no   no   done no   no
POST ?/decline /keeping/[body]/proposals/[proposal] missing no   no   no   no   no   no   no   no   no   no   no
GET               /find                          ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /find/[listing]                ok   ok   ok   ok   ok   ok   ok   ok   ok   no   ok
GET               /find/[listing] missing        no   no   no   no   no   no   no   no   no   no   no
GET               /find/here                     ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /find/saved                    in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/keep       /find/saved                    in   done done done done done done done done done in
POST ?/forget     /find/saved                    in   back back back back back back back back back in
POST ?/seen       /find/saved                    in   back back back back back back back back back in
GET               /meetings/[...rest]            back back back back back back back back back back back
GET               /me                            in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST              /me                            in   done done done done done done done done done in
GET               /me/account                    in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/nickname   /me/account                    in   done done done done done done done done done in
POST ?/settings   /me/account                    in   done done done done done done done done done in
POST ?/passphrase /me/account                    in   done done done done done done done done done in
POST ?/code       /me/account                    in   done done done done done done done done done in
GET               /me/confirm                    in   back back back back back back back back back in
POST ?/passphrase /me/confirm                    in   back back back back back back back back back in
POST ?/passkey    /me/confirm                    in   back back back back back back back back back in
GET               /me/data                       in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
GET               /me/erase                      in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST              /me/erase                      in   409  409  409  409  409  409  409  409  409  in
GET               /me/export                     back back back back back back back back back back back
POST              /me/export                     in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
GET               /me/passkeys                   in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/add        /me/passkeys                   in   409  409  409  409  409  409  409  409  409  in
POST ?/name       /me/passkeys                   in   back back back back back back back back back in
POST ?/remove     /me/passkeys                   in   409  409  409  409  409  409  409  409  409  in
POST              /me/passkeys/new               403  ok   ok   ok   ok   ok   ok   ok   ok   ok   403
GET               /me/sessions                   in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/end        /me/sessions                   in   back back back back done back back back back in
POST ?/others     /me/sessions                   in   back back back back back back back back back in
GET               /me/tokens                     in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/make       /me/tokens                     in   done done done done done done done done done in
POST ?/revoke     /me/tokens                     in   back back back back back back back back back in
GET               /me/wishes                     in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/keep       /me/wishes                     in   done done 409  done done done done done done in
POST ?/drop       /me/wishes                     in   back back done back back back back back back in
GET               /me/wishes/views               in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
GET               /pairings/[pairing]/wishes     no   no   no   no   no   no   no   ok   no   no   no
GET /pairings/[pairing]/wishes missing           no   no   no   no   no   no   no   no   no   no   no
POST              /pairings/[pairing]/wishes     no   no   no   no   no   no   no   done no   no   no
POST /pairings/[pairing]/wishes missing          no   no   no   no   no   no   no   no   no   no   no
GET               /desk/[case]/wishes            no   no   no   no   no   no   no   ok   no   no   no
GET /desk/[case]/wishes missing                  no   no   no   no   no   no   no   no   no   no   no
POST              /desk/[case]/wishes            no   no   no   no   no   no   no   done no   no   no
POST /desk/[case]/wishes missing                 no   no   no   no   no   no   no   no   no   no   no
GET               /now                           ok   back ok   ok   ok   ok   ok   ok   ok   ok   ok
POST ?/ask        /now                           done 409  done done done done done done done done done
GET               /now/waiting                   in   ok   back back back back back back back back in
POST ?/leave      /now/waiting                   in   done 409  409  409  409  409  409  409  409  in
POST ?/again      /now/waiting                   in   back 409  409  409  409  409  409  409  409  in
GET               /now/write                     ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST ?/keep       /now/write                     in   done done done done done done done done done in
GET               /now/here                      in   no   no   no   no   no   no   ok   no   no   in
POST ?/begin      /now/here                      in   no   no   no   no   no   no   done no   no   in
POST ?/still      /now/here                      in   no   no   no   no   no   no   done no   no   in
POST ?/free       /now/here                      in   no   no   no   no   no   no   done no   no   in
POST ?/stop       /now/here                      in   no   no   no   no   no   no   done no   no   in
POST ?/notice     /now/here                      in   no   no   no   no   no   no   done no   no   in
POST ?/come       /now/here                      in   no   no   no   no   no   no   done no   no   in
GET               /now/settings                  no   no   no   no   no   no   no   no   ok   no   no
POST              /now/settings                  no   no   no   no   no   no   no   no   done no   no
GET               /organisation                  no   no   no   no   no   no   no   no   ok   no   no
POST ?/change     /organisation                  no   no   no   no   no   no   no   no   done no   no
POST ?/give       /organisation                  no   no   no   no   no   no   no   no   done no   no
POST ?/take       /organisation                  no   no   no   no   no   no   no   no   done no   no
GET               /organisation/lines            no   no   no   no   no   no   no   no   ok    no   no
POST ?/check       /organisation/lines           no   no   no   no   no   no   no   no   done no   no
POST ?/hide        /organisation/lines           no   no   no   no   no   no   no   no   done no   no
POST ?/show        /organisation/lines           no   no   no   no   no   no   no   no   done no   no
GET               /organisation/lines/new        no   no   no   no   no   no   no   no   ok   no   no
POST              /organisation/lines/new        no   no   no   no   no   no   no   no   done no   no
GET               /organisation/lines/[line]     no   no   no   no   no   no   no   no   ok   no   no
GET /organisation/lines/[line] missing           no   no   no   no   no   no   no   no   no   no   no
POST              /organisation/lines/[line]     no   no   no   no   no   no   no   no   done no   no
POST /organisation/lines/[line] missing          no   no   no   no   no   no   no   no   no   no   no
GET               /organisation/words            no   no   no   no   no   no   no   no   ok   no   no
POST ?/keep       /organisation/words            no   no   no   no   no   no   no   no   done no   no
POST ?/remove     /organisation/words            no   no   no   no   no   no   no   no   done no   no
GET               /organisation/lists            no   no   no   no   no   no   no   no   ok   no   no
POST ?/read       /organisation/lists            no   no   no   no   no   no   no   no   done no   no
POST ?/often      /organisation/lists            no   no   no   no   no   no   no   no   back no   no
GET               /organisation/lists/[import]   no   no   no   no   no   no   no   no   ok   no   no
GET /organisation/lists/[import] missing         no   no   no   no   no   no   no   no   no   no   no
POST ?/take       /organisation/lists/[import]   no   no   no   no   no   no   no   no   409  no   no
POST ?/take /organisation/lists/[import] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/leave      /organisation/lists/[import]   no   no   no   no   no   no   no   no   back no   no
POST ?/leave /organisation/lists/[import] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/undo       /organisation/lists/[import]   no   no   no   no   no   no   no   no   409  no   no
POST ?/undo /organisation/lists/[import] missing no   no   no   no   no   no   no   no   no   no   no
GET               /recover                       ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST              /recover                       409  409  409  409  409  409  409  409  409  409  409
GET               /rota                          in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/sign-up    /rota                          in   409  409  409  409  409  409  done 409  409  in
POST ?/step-back  /rota                          in   409  409  409  409  409  409  done 409  409  in
POST ?/cover      /rota                          in   409  409  409  409  409  409  done 409  409  in
POST ?/keep       /rota                          in   409  409  409  409  409  409  done 409  409  in
POST ?/take       /rota                          in   409  409  409  409  409  409  done 409  409  in
POST ?/answer     /rota                          in   409  409  409  409  409  409  done 409  409  in
POST ?/withdraw   /rota                          in   409  409  409  409  409  409  done 409  409  in
POST ?/limits     /rota                          in   done done done done done done done done done in
POST ?/calendar   /rota                          in   done done done done done done done done done in
POST ?/calendar-end /rota                        in   back back back back back back back back back in
GET               /rota/[rota]                   no   no   no   no   no   no   no   ok   ok   no   no
POST ?/sign-up    /rota/[rota]                   no   no   no   no   no   no   no   done 409  no   no
POST ?/hold       /rota/[rota]                   no   no   no   no   no   no   no   done 409  no   no
POST ?/hold-no-longer /rota/[rota]               no   no   no   no   no   no   no   409  409  no   no
POST ?/swap       /rota/[rota]                   no   no   no   no   no   no   no   done 409  no   no
POST ?/pattern    /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
POST ?/end        /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
POST ?/add        /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
POST ?/call-off   /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
POST ?/put-on     /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
POST ?/limits     /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
POST ?/expect     /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
POST ?/details    /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
POST ?/close      /rota/[rota]                   no   no   no   no   no   no   no   no   done no   no
GET               /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/sign-up    /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/hold       /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/hold-no-longer /rota/[rota] missing       no   no   no   no   no   no   no   no   no   no   no
POST ?/swap       /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/pattern    /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/end        /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/add        /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/call-off   /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/put-on     /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/limits     /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/expect     /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/details    /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/close      /rota/[rota] missing           no   no   no   no   no   no   no   no   no   no   no
GET               /rota/new                      no   no   no   no   no   no   no   no   ok   no   no
POST              /rota/new                      no   no   no   no   no   no   no   no   done no   no
GET               /sign-in                       ok   back back back back back back back back back ok
POST ?/passphrase /sign-in                       409  back back back back back back back back back 409
POST ?/passkey    /sign-in                       409  back back back back back back back back back 409
POST              /sign-in/passkey               ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST              /sign-out                      back done done done done done done done done done back
GET               /sign-up                       ok   back back back back back back back back back ok
POST ?/passphrase /sign-up                       done done done done done done done done done done done
POST ?/passkey    /sign-up                       409  409  409  409  409  409  409  409  409  409  409
POST              /sign-up/code                  400  400  400  400  400  400  400  400  400  400  400
POST              /sign-up/passkey               ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /today                         ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /try                           ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /try/three                     ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /try/none                      ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
POST              /try/none                      done done done done done done done done done done done
GET               /organisation/needs            no   no   no   no   no   no   no   no   ok   no   no
GET               /me/blocks                     in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/unblock    /me/blocks                     in   409  409  409  409  409  409  409  409  409  in
GET               /me/blocks/new                 in   no   no   no   no   no   no   no   no   no   in
POST              /me/blocks/new                 in   no   done done done no   no   no   no   no   in
GET               /me/notes                      in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/drop       /me/notes                      in   409  409  done 409  409  409  409  409  409  in
GET               /rooms                         ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok
GET               /rooms/new                     in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST              /rooms/new                     in   409  409  409  409  409  409  409  done 409  in
GET               /rooms/[room]                  ok   ok   ok   ok   ok   ok   ok   ok   ok   no   ok
GET               /rooms/[room] closed           ok   ok   ok   ok   ok   ok   ok   ok   ok   no   ok
POST ?/in         /rooms/[room]                  up   done done done done done done done done no   up
POST ?/in         /rooms/[room] closed           up   409  409  409  409  409  409  409  409  no   up
POST ?/leave      /rooms/[room]                  up   back done done done back back 409  done no   up
POST ?/leave      /rooms/[room] closed           up   back back back back back back back back no   up
POST ?/hold       /rooms/[room]                  up   409  409  409  409  409  409  409  409  no   up
POST ?/hold       /rooms/[room] closed           up   409  409  409  409  409  409  409  409  no   up
POST ?/answer     /rooms/[room]                  up   409  409  409  409  409  409  409  409  no   up
POST ?/answer     /rooms/[room] closed           up   409  409  409  409  409  409  409  409  no   up
POST ?/shut       /rooms/[room]                  up   409  409  409  409  409  409  done done no   up
POST ?/shut       /rooms/[room] closed           up   409  409  409  409  409  409  409  409  no   up
POST ?/lift       /rooms/[room]                  up   409  409  409  409  409  409  back back no   up
POST ?/lift       /rooms/[room] closed           up   409  409  409  409  409  409  back back no   up
POST ?/keep       /rooms/[room]                  in   done done done done done done done done no   in
POST ?/keep       /rooms/[room] closed           in   done done done done done done done done no   in
GET               /rooms/[room]/aside/[aside]    no   no   no   ok   no   no   no   ok   no   no   no
POST ?/say        /rooms/[room]/aside/[aside]    no   no   no   done no   no   no   done no   no   no
POST ?/resonate   /rooms/[room]/aside/[aside]    no   no   no   409  no   no   no   done no   no   no
POST ?/remove     /rooms/[room]/aside/[aside]    no   no   no   done no   no   no   409  no   no   no
POST ?/end        /rooms/[room]/aside/[aside]    no   no   no   done no   no   no   done no   no   no
GET /rooms/[room]/aside/[aside]/[place]          no   no   no   ok   no   no   no   no   no   no   no
POST /rooms/[room]/aside/[aside]/[place]         no   no   no   done no   no   no   no   no   no   no
GET               /rooms/[room]/corner           back back back back back back back back back no   back
GET               /rooms/[room]/hold             in   back back back back back back ok   back no   in
POST ?/still      /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/stay       /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/wrap-up    /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/hand-over  /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/call       /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/end-call   /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/pause      /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/end-pause  /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/slow       /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/pin        /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/unpin      /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/aside      /rooms/[room]/hold             in   back back back back back back done back no   in
POST ?/end-aside  /rooms/[room]/hold             in   back back done back back back done back no   in
GET               /rooms/[room]/settings         no   no   no   no   no   no   no   no   ok   no   no
POST ?/details    /rooms/[room]/settings         no   no   no   no   no   no   no   no   done no   no
POST ?/state      /rooms/[room]/settings         no   no   no   no   no   no   no   no   done no   no
POST ?/limits     /rooms/[room]/settings         no   no   no   no   no   no   no   no   done no   no
GET               /rooms/[room]/talk             back back ok   ok   ok   back back ok   ok   no   back
GET               /rooms/[room]/talk closed      back ok   ok   ok   ok   ok   ok   ok   ok   no   back
POST ?/say        /rooms/[room]/talk             in   409  409  done 409  409  409  done done no   in
POST ?/say        /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/accept     /rooms/[room]/talk             in   409  done back done 409  409  back back no   in
POST ?/accept     /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/alias      /rooms/[room]/talk             in   409  done done done 409  409  done done no   in
POST ?/alias      /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/resonate   /rooms/[room]/talk             in   409  done done done 409  409  done done no   in
POST ?/resonate   /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/remove     /rooms/[room]/talk             in   409  409  done 409  409  409  409  409  no   in
POST ?/remove     /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/hide       /rooms/[room]/talk             in   409  409  409  409  409  409  done 409  no   in
POST ?/hide       /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/show       /rooms/[room]/talk             in   409  409  409  409  409  409  409  409  no   in
POST ?/show       /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/corner     /rooms/[room]/talk             in   409  done done done 409  409  done done no   in
POST ?/corner     /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/begin-aside /rooms/[room]/talk            in   409  409  done 409  409  409  409  409  no   in
POST ?/begin-aside /rooms/[room]/talk closed     in   409  409  409  409  409  409  409  409  no   in
POST ?/end-aside  /rooms/[room]/talk             in   409  409  done 409  409  409  done 409  no   in
POST ?/end-aside  /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/leave      /rooms/[room]/talk             in   back done done done back back 409  done no   in
POST ?/leave      /rooms/[room]/talk closed      in   back back back back back back back back no   in
GET               /rooms/[room]/talk/[place]     no   no   no   ok   no   no   no   no   no   no   no
GET /rooms/[room]/talk/[place] closed            no   no   no   no   no   no   no   no   no   no   no
POST              /rooms/[room]/talk/[place]     no   no   no   done no   no   no   no   no   no   no
POST /rooms/[room]/talk/[place] closed           no   no   no   no   no   no   no   no   no   no   no
POST ?/read       /rooms/[room]/aside/[aside]    no   no   no   back no   no   no   back no   no   no
POST ?/read       /rooms/[room]/talk             in   409  back back back 409  409  back back no   in
POST ?/read       /rooms/[room]/talk closed      in   409  409  409  409  409  409  409  409  no   in
POST ?/still      /rooms/[room]/talk             in   back back back back back back done back no   in
POST ?/still      /rooms/[room]/talk closed      in   back back back back back back back back no   in
GET               /supporters                    in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
GET               /supporters/[supporter]        in   ok   ok   ok   ok   ok   ok   ok   ok   no   in
POST ?/ask        /supporters/[supporter]        in   done 409  409  done 409  done 409  done no   in
GET /supporters/[supporter] missing              in   no   no   no   no   no   no   no   no   no   in
POST ?/ask /supporters/[supporter] missing       in   no   no   no   no   no   no   no   no   no   in
GET               /me/supporting                 in   no   no   no   no   no   no   ok   no   no   in
POST ?/page       /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/open       /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/rest       /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/hours      /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/days       /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/drop       /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/limits     /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/accept     /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/decline    /me/supporting                 in   no   no   no   no   no   no   done no   no   in
GET               /pairings                      in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/leave      /pairings                      in   409  done 409  409  done 409  409  409  409  in
GET               /pairings/[pairing]            no   no   no   ok   no   no   no   ok   no   no   no
GET               /pairings/[pairing] missing    no   no   no   no   no   no   no   no   no   no   no
POST ?/say        /pairings/[pairing]            no   no   no   done no   no   no   done no   no   no
POST ?/say        /pairings/[pairing] missing    no   no   no   no   no   no   no   no   no   no   no
POST ?/read       /pairings/[pairing]            no   no   no   back no   no   no   back no   no   no
POST ?/read       /pairings/[pairing] missing    no   no   no   no   no   no   no   no   no   no   no
POST ?/resonate   /pairings/[pairing]            no   no   no   409  no   no   no   done no   no   no
POST ?/resonate   /pairings/[pairing] missing    no   no   no   no   no   no   no   no   no   no   no
POST ?/remove     /pairings/[pairing]            no   no   no   done no   no   no   409  no   no   no
POST ?/remove     /pairings/[pairing] missing    no   no   no   no   no   no   no   no   no   no   no
POST ?/end        /pairings/[pairing]            no   no   no   done no   no   no   done no   no   no
POST ?/end        /pairings/[pairing] missing    no   no   no   no   no   no   no   no   no   no   no
GET               /pairings/[pairing]/[place]    no   no   no   ok   no   no   no   no   no   no   no
GET /pairings/[pairing]/[place] missing          no   no   no   no   no   no   no   no   no   no   no
POST              /pairings/[pairing]/[place]    no   no   no   done no   no   no   no   no   no   no
POST /pairings/[pairing]/[place] missing         no   no   no   no   no   no   no   no   no   no   no
GET               /pairings/[pairing]/sessions   no   no   no   ok   no   no   no   ok   no   no   no
GET /pairings/[pairing]/sessions missing         no   no   no   no   no   no   no   no   no   no   no
POST ?/hold       /pairings/[pairing]/sessions   no   no   no   done no   no   no   done no   no   no
POST ?/hold /pairings/[pairing]/sessions missing no   no   no   no   no   no   no   no   no   no   no
POST ?/offer      /pairings/[pairing]/sessions   no   no   no   409  no   no   no   done no   no   no
POST ?/offer /pairings/[pairing]/sessions missing no   no   no   no   no   no   no   no   no   no   no
POST ?/confirm    /pairings/[pairing]/sessions   no   no   no   done no   no   no   409  no   no   no
POST ?/confirm /pairings/[pairing]/sessions missing no   no   no   no   no   no   no   no   no   no   no
POST ?/move       /pairings/[pairing]/sessions   no   no   no   done no   no   no   done no   no   no
POST ?/move /pairings/[pairing]/sessions missing no   no   no   no   no   no   no   no   no   no   no
POST ?/call-off   /pairings/[pairing]/sessions   no   no   no   done no   no   no   done no   no   no
POST ?/call-off /pairings/[pairing]/sessions missing no   no   no   no   no   no   no   no   no   no   no
GET /pairings/[pairing]/sessions/[session]/appointment.ics no   no   no   ok   no   no   no   ok   no   no   no
GET /pairings/[pairing]/sessions/[session]/appointment.ics missing no   no   no   no   no   no   no   no   no   no   no
GET               /ask                           in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/keep       /ask                           in   done done done done done done done done done in
GET               /ask/who                       in   ok   back back back back back back back back in
POST              /ask/who                       in   done back back back back back back back back in
POST ?/cool       /me/supporting                 in   no   no   no   no   no   no   done no   no   in
POST ?/off-hours  /me/supporting                 in   no   no   no   no   no   no   done no   no   in
GET               /organisation/asks             no   no   no   no   no   no   no   no   ok   no   no
POST ?/settle     /organisation/asks             no   no   no   no   no   no   no   no   done no   no
GET               /organisation/asks/[ask]       no   no   no   no   no   no   no   no   ok   no   no
GET /organisation/asks/[ask] missing             no   no   no   no   no   no   no   no   no   no   no
POST ?/put        /organisation/asks/[ask]       no   no   no   no   no   no   no   no   409  no   no
POST ?/put /organisation/asks/[ask] missing      no   no   no   no   no   no   no   no   no   no   no
POST ?/bend       /pairings                      in   409  409  409  409  done 409  409  409  409  in
GET               /pairings/[pairing]/another    no   no   no   ok   no   no   no   no   no   no   no
GET /pairings/[pairing]/another missing          no   no   no   no   no   no   no   no   no   no   no
POST              /pairings/[pairing]/another    no   no   no   done no   no   no   no   no   no   no
POST /pairings/[pairing]/another missing         no   no   no   no   no   no   no   no   no   no   no
POST ?/avoid      /supporters/[supporter]        in   done done done done done done no   done no   in
POST ?/avoid /supporters/[supporter] missing     in   no   no   no   no   no   no   no   no   no   in
POST ?/second /pairings/[pairing]             no   no   no   done no   no   no   done no   no   no
POST ?/second /pairings/[pairing] missing     no   no   no   no   no   no   no   no   no   no   no
POST ?/all-right /pairings/[pairing]          no   no   no   back no   no   no   back no   no   no
POST ?/all-right /pairings/[pairing] missing  no   no   no   no   no   no   no   no   no   no   no
GET /pairings/[pairing]/mentoring             no   no   no   ok   no   no   no   ok   no   no   no
GET /pairings/[pairing]/mentoring missing     no   no   no   no   no   no   no   no   no   no   no
POST ?/propose /pairings/[pairing]/mentoring  no   no   no   done no   no   no   done no   no   no
POST ?/propose /pairings/[pairing]/mentoring missing no   no   no   no   no   no   no   no   no   no   no
POST ?/agree /pairings/[pairing]/mentoring    no   no   no   done no   no   no   409  no   no   no
POST ?/agree /pairings/[pairing]/mentoring missing no   no   no   no   no   no   no   no   no   no   no
POST ?/end /pairings/[pairing]/mentoring      no   no   no   done no   no   no   done no   no   no
POST ?/end /pairings/[pairing]/mentoring missing no   no   no   no   no   no   no   no   no   no   no
GET /pairings/[pairing]/notes                 no   no   no   ok   no   no   no   ok   no   no   no
GET /pairings/[pairing]/notes missing         no   no   no   no   no   no   no   no   no   no   no
POST /pairings/[pairing]/notes                no   no   no   done no   no   no   done no   no   no
POST /pairings/[pairing]/notes missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/series /pairings/[pairing]/sessions    no   no   no   done no   no   no   done no   no   no
POST ?/series /pairings/[pairing]/sessions missing no   no   no   no   no   no   no   no   no   no   no
POST ?/wait /pairings/[pairing]/sessions      no   no   no   done no   no   no   done no   no   no
POST ?/wait /pairings/[pairing]/sessions missing no   no   no   no   no   no   no   no   no   no   no
POST ?/wait-no-longer /pairings/[pairing]/sessions no   no   no   done no   no   no   back no   no   no
POST ?/wait-no-longer /pairings/[pairing]/sessions missing no   no   no   no   no   no   no   no   no   no   no
GET /pairings/[pairing]/sessions/[session]    no   no   no   ok   no   no   no   ok   no   no   no
GET /pairings/[pairing]/sessions/[session] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/answer /pairings/[pairing]/sessions/[session] no   no   no   done no   no   no   done no   no   no
POST ?/answer /pairings/[pairing]/sessions/[session] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/not-met /pairings/[pairing]/sessions/[session] no   no   no   done no   no   no   done no   no   no
POST ?/not-met /pairings/[pairing]/sessions/[session] missing no   no   no   no   no   no   no   no   no   no   no
POST ?/debrief /pairings/[pairing]/sessions/[session] no   no   no   409  no   no   no   back no   no   no
POST ?/debrief /pairings/[pairing]/sessions/[session] missing no   no   no   no   no   no   no   no   no   no   no
GET /beside                                   in   no   no   no   no   no   no   ok   ok   no   in
POST ?/come /beside                           in   no   no   no   no   no   no   409  done no   in
POST ?/end /beside                            in   no   no   no   no   no   no   done done no   in
GET /beside/[backup]                          no   no   no   no   no   no   no   ok   ok   no   no
GET /beside/[backup] missing                  no   no   no   no   no   no   no   no   no   no   no
POST ?/say /beside/[backup]                   no   no   no   no   no   no   no   done done no   no
POST ?/say /beside/[backup] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/read /beside/[backup]                  no   no   no   no   no   no   no   back back no   no
POST ?/read /beside/[backup] missing          no   no   no   no   no   no   no   no   no   no   no
POST ?/resonate /beside/[backup]              no   no   no   no   no   no   no   done 409  no   no
POST ?/resonate /beside/[backup] missing      no   no   no   no   no   no   no   no   no   no   no
POST ?/remove /beside/[backup]                no   no   no   no   no   no   no   409  done no   no
POST ?/remove /beside/[backup] missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/end /beside/[backup]                   no   no   no   no   no   no   no   done done no   no
POST ?/end /beside/[backup] missing           no   no   no   no   no   no   no   no   no   no   no
GET /beside/[backup]/[place]                  no   no   no   no   no   no   no   no   ok   no   no
GET /beside/[backup]/[place] missing          no   no   no   no   no   no   no   no   no   no   no
POST /beside/[backup]/[place]                 no   no   no   no   no   no   no   no   done no   no
POST /beside/[backup]/[place] missing         no   no   no   no   no   no   no   no   no   no   no
GET /report                                   in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST /report                                  in   done done done done done done done done no   in
GET /me/reports                               in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
GET /desk                                     in   no   no   no   no   no   no   ok   ok   no   in
GET /desk/care                                in   no   no   no   no   no   no   ok   no   no   in
POST ?/debrief /desk/care                     in   no   no   no   no   no   no   back no   no   in
GET /desk/[case]                              in   no   no   no   no   no   no   ok   no   no   in
GET /desk/[case] waiting                      in   no   no   no   no   no   no   ok   no   no   in
GET /desk/[case] missing                      in   no   no   no   no   no   no   no   no   no   in
POST ?/take /desk/[case]                      in   no   no   no   no   no   no   409  no   no   in
POST ?/take /desk/[case] waiting              in   no   no   no   no   no   no   done no   no   in
POST ?/take /desk/[case] missing              in   no   no   no   no   no   no   no   no   no   in
POST ?/join /desk/[case]                      in   no   no   no   no   no   no   409  no   no   in
POST ?/join /desk/[case] waiting              in   no   no   no   no   no   no   409  no   no   in
POST ?/join /desk/[case] missing              in   no   no   no   no   no   no   no   no   no   in
POST ?/second /desk/[case]                    in   no   no   no   no   no   no   done no   no   in
POST ?/second /desk/[case] waiting            in   no   no   no   no   no   no   409  no   no   in
POST ?/second /desk/[case] missing            in   no   no   no   no   no   no   no   no   no   in
POST ?/keep /desk/[case]                      in   no   no   no   no   no   no   done no   no   in
POST ?/keep /desk/[case] waiting              in   no   no   no   no   no   no   409  no   no   in
POST ?/keep /desk/[case] missing              in   no   no   no   no   no   no   no   no   no   in
POST ?/close /desk/[case]                     in   no   no   no   no   no   no   done no   no   in
POST ?/close /desk/[case] waiting             in   no   no   no   no   no   no   409  no   no   in
POST ?/close /desk/[case] missing             in   no   no   no   no   no   no   no   no   no   in
GET /desk/[case]/hand-over                    in   no   no   no   no   no   no   ok   no   no   in
GET /desk/[case]/hand-over waiting            in   no   no   no   no   no   no   no   no   no   in
GET /desk/[case]/hand-over missing            in   no   no   no   no   no   no   no   no   no   in
POST /desk/[case]/hand-over                   in   no   no   no   no   no   no   done no   no   in
POST /desk/[case]/hand-over waiting           in   no   no   no   no   no   no   no   no   no   in
POST /desk/[case]/hand-over missing           in   no   no   no   no   no   no   no   no   no   in
GET /me/notices                               in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/away /me/notices                       in   back back done back back back back back back in
POST ?/all /me/notices                        in   back back done done back back done back back in
POST ?/wanted /me/notices                     in   done done done done done done done done done in
GET /me/supporting/hours                      in   no   no   no   no   no   no   ok   no   no   in
GET               /me/measures                   in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
GET               /me/measures/[measure]         in   no   no   no   ok   no   no   no   no   no   in
GET /me/measures/[measure] missing               in   no   no   no   no   no   no   no   no   no   in
POST ?/appeal     /me/measures/[measure]         in   no   no   no   done no   no   no   no   no   in
POST ?/appeal /me/measures/[measure] missing     in   no   no   no   no   no   no   no   no   no   in
GET               /desk/[case]/decide            no   no   no   no   no   no   no   ok   no   no   no
GET /desk/[case]/decide waiting                  no   no   no   no   no   no   no   ok   no   no   no
GET /desk/[case]/decide missing                  no   no   no   no   no   no   no   no   no   no   no
POST ?/decide     /desk/[case]/decide            no   no   no   no   no   no   no   done no   no   no
POST ?/decide /desk/[case]/decide waiting        no   no   no   no   no   no   no   409  no   no   no
POST ?/decide /desk/[case]/decide missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/second     /desk/[case]/decide            no   no   no   no   no   no   no   no   no   no   no
POST ?/second /desk/[case]/decide waiting        no   no   no   no   no   no   no   no   no   no   no
POST ?/second /desk/[case]/decide missing        no   no   no   no   no   no   no   no   no   no   no
POST ?/drop       /desk/[case]/decide            no   no   no   no   no   no   no   no   no   no   no
POST ?/drop /desk/[case]/decide waiting          no   no   no   no   no   no   no   no   no   no   no
POST ?/drop /desk/[case]/decide missing          no   no   no   no   no   no   no   no   no   no   no
POST ?/lift       /desk/[case]/decide            no   no   no   no   no   no   no   no   no   no   no
POST ?/lift /desk/[case]/decide waiting          no   no   no   no   no   no   no   no   no   no   no
POST ?/lift /desk/[case]/decide missing          no   no   no   no   no   no   no   no   no   no   no
POST ?/judge      /desk/[case]/decide            no   no   no   no   no   no   no   409  no   no   no
POST ?/judge /desk/[case]/decide waiting         no   no   no   no   no   no   no   409  no   no   no
POST ?/judge /desk/[case]/decide missing         no   no   no   no   no   no   no   no   no   no   no
GET               /desk/consistency              no   no   no   no   no   no   no   ok   ok   no   no
POST              /desk/consistency              no   no   no   no   no   no   no   409  409  no   no
GET               /organisation/rules            no   no   no   no   no   no   no   no   ok   no   no
POST ?/change     /organisation/rules            no   no   no   no   no   no   no   no   done no   no
POST ?/add        /organisation/rules            no   no   no   no   no   no   no   no   done no   no
GET               /organisation/risk             no   no   no   no   no   no   no   no   ok   no   no
POST ?/reviewed   /organisation/risk             no   no   no   no   no   no   no   no   done no   no
GET               /organisation/risk.md          no   no   no   no   no   no   no   no   ok   no   no
GET               /organisation/transparency     no   no   no   no   no   no   no   no   ok   no   no
POST              /organisation/transparency     no   no   no   no   no   no   no   no   done no   no
GET               /transparency                  in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
GET /held                                     in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
POST ?/pass-on /held                          in   409  409  409  409  done 409  done 409  409  in
POST ?/keep-back /held                        in   409  409  409  409  done 409  done 409  409  in
POST ?/take-back /held                        in   409  409  done 409  409  409  409  409  409  in
POST ?/calm /held                             in   no   no   no   no   done no   done no   no   in
GET /me/cards/[card]                          in   no   no   ok   no   no   no   no   no   no   in
GET /me/cards/[card] missing                  in   no   no   no   no   no   no   no   no   no   in
POST /me/cards/[card]                         in   no   no   done no   no   no   no   no   no   in
POST /me/cards/[card] missing                 in   no   no   no   no   no   no   no   no   no   in
GET /organisation/patterns                    no   no   no   no   no   no   no   no   ok   no   no
POST /organisation/patterns                   no   no   no   no   no   no   no   no   done no   no
GET /organisation/talks                       no   no   no   no   no   no   no   no   ok   no   no
GET /organisation/audit                       no   no   no   no   no   no   no   no   ok   no   no
GET /glass                                    in   no   no   no   no   no   no   ok   ok   no   in
GET /glass/ask                                in   no   no   no   no   no   no   ok   no   no   in
POST /glass/ask                               in   no   no   no   no   no   no   done no   no   in
GET /glass/[look]                             no   no   no   no   no   no   no   ok   ok   no   no
GET /glass/[look] missing                     no   no   no   no   no   no   no   no   no   no   no
POST ?/answer /glass/[look]                   no   no   no   no   no   no   no   409  409  no   no
POST ?/answer /glass/[look] missing           no   no   no   no   no   no   no   no   no   no   no
POST ?/end /glass/[look]                      no   no   no   no   no   no   no   done done no   no
POST ?/end /glass/[look] missing              no   no   no   no   no   no   no   no   no   no   no
GET /glass/[look]/see                         no   no   no   no   no   no   no   ok   no   no   no
GET /glass/[look]/see missing                 no   no   no   no   no   no   no   no   no   no   no
GET /me/looks                                 in   ok   ok   ok   ok   ok   ok   ok   ok   ok   in
`;

/** By way, address and, where there are several, which one: what each role gets. */
export const tabled = new Map(
	table
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split(/\s+/))
		.map((words) => [words.slice(0, -roles.length).join(' '), words.slice(-roles.length)]),
);
