import { ZONE_COOKIE } from '../cookies.ts';

/** Where the quick exit leads on this server: something ordinary. */
export const NEUTRAL = '/today';

/**
 * The only script on a page where nothing is live, inlined so that it is there before anything else arrives. The exit
 * covers the page in the same task as the press, before anything is asked of the network; then the server ends the
 * session. Shift three times within five seconds is the same as the button. It also tells the server the reader’s time
 * zone, in a cookie, so that times are told on their clock.
 */
export const quickExitScript = `(function(){
var d=document,n=[],c;
function go(e){
if(e)e.preventDefault();
if(c)return;c=1;
d.title='Calendar';
d.documentElement.dataset.left='';
try{localStorage.clear();sessionStorage.clear()}catch(_){}
try{navigator.serviceWorker.getRegistrations().then(function(r){r.forEach(function(x){x.unregister()})})}catch(_){}
try{caches.keys().then(function(k){k.forEach(function(x){caches.delete(x)})})}catch(_){}
location.replace('/leave');
}
addEventListener('submit',function(e){if(e.target.hasAttribute('data-leave'))go(e)},true);
addEventListener('keydown',function(e){
if(e.key!=='Shift'){n=[];return}
if(e.repeat)return;
var t=e.timeStamp;n.push(t);n=n.filter(function(x){return t-x<5000});
if(n.length>2)go();
},true);
addEventListener('pageshow',function(e){if(e.persisted)location.reload()});
try{var z=Intl.DateTimeFormat().resolvedOptions().timeZone;
if(z&&d.cookie.indexOf('${ZONE_COOKIE}='+z)<0)d.cookie='${ZONE_COOKIE}='+z+';path=/;max-age=2592000;samesite=lax'}catch(_){}
})();`;
