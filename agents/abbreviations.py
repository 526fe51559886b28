"""Which full stops do not end a sentence: abbreviations and sentence openers of news text."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a name or a further word: the sentence always goes on.
TITLES = _words(
    "mr mrs ms mx dr drs prof st gen sen rev lt capt cmdr sgt messrs mm mme mmes mlle mlles mgr "
    "z.b d.h e.g i.e vs cf"
)
TITLES_IN = {
    "de": _words(
        "hr hrn fr frl dipl ing med phil jur verst gest hl bzw ca vgl evtl ggf sog inkl exkl "
        "zzgl einschl mind max min insb resp u.a v.a s.o i.d o.g u.ä"
    ),
    "en": _words("rep gov col maj hon pres approx det insp supt"),
    "fr": _words("m ste me dre env av bd blvd mgr pr"),
    "es": _words(
        "ee sra sras sres srta sto sta dña excmo ilmo avda pza ud uds vd vds gral cnel tte"
    ),
    "cs": _words("tzv tj např resp č čl nám ul mgr ing judr mudr bc"),
    "sk": _words("tzv tj napr resp č čl nám ul mgr ing judr mudr bc"),
    "da": _words("bl.a f.eks bl ca kl hhv jf dvs"),
    "no": _words("bl.a f.eks bl ca kl hhv jf dvs"),
    "sv": _words("bl.a t.ex bl ca kl s.k dvs"),
    "fi": _words("esim ns mm ts nk toim"),
    "hu": _words("ifj özv id kb ún ill pl"),
    "ro": _words("dl dna dnei str bd șos"),
    "tr": _words("doç sn av alb cad sok"),
    "ru": _words("им ул просп пл пер акад проф ген"),
    "uk": _words("ім вул просп пл пров акад проф ген"),
    "el": _words("κ κα λεωφ αρ"),
    "ca": _words("sr sra av ctra"),
}  # fmt: skip
# Before a number: "No. 5", "Sept. 11", "art. 3"; elsewhere "no." is a word that ends a sentence.
NUMBERED = _words(
    "no nos nr nrn art abs § s p pp pág págs pag vol vols fig figs kap chap cap ziff núm núms num "
    "sec ch l ll tel tél aprox jan feb febr mar mär apr jun jul aug sep sept oct okt nov dec dez "
    "janv févr avr juil déc ene abr ago dic"
)
# May end a sentence or not: they do where the next word is one that opens sentences.
OPEN = _words(
    "etc usw usf inc ltd co corp bros jr sr plc llc u.s u.k u.n e.u d.c a.m p.m ee.uu a.c "
    "mio mrd mill tsd std uhr jh jhd ph.d str cie sté dept univ"
)
ALL = frozenset.union(TITLES, NUMBERED, OPEN, *TITLES_IN.values())
OPENERS = {
    "de": _words(
        "der die das den dem des ein eine einen einem einer er sie es wir ich ihr man dies diese "
        "dieser dieses diesen dabei dadurch dafür dagegen damit danach daneben dann daran darauf "
        "daraus darin darum darüber davon davor dazu denn dennoch derzeit deshalb doch dort auch "
        "aber als am an auf aus bei beim bereits bis durch erst für gegen gemeinsam heute hier im "
        "immer in ins insgesamt ist jedoch jetzt kein keine künftig laut mit nach nachdem neben "
        "nicht noch nun nur ob obwohl ohne schon seit sein seine so sogar somit trotz "
        "trotzdem um und "
        "unter viele vom von vor während was weil weiter weitere wenn wer wie wo wegen zu "
        "zuletzt zudem "
        "zugleich zum zunächst zur zuvor zwar zwischen allerdings alle außerdem"
    ),
    "en": _words(
        "the a an he she it they we i you this that these those there his her its their our my "
        "and but or so yet for in on at by to from with without as after before since until while "
        "when where why what who how if although though because however meanwhile then now "
        "still also "
        "another some many most more several all both each every no not only instead despite "
        "during under over according about between among earlier later"
    ),
    "fr": _words(
        "le la les l un une des du de d il elle ils elles on nous vous je ce cet cette ces c son "
        "sa ses leur leurs notre nos et mais ou or donc car ni en au aux à dans par pour avec sans "
        "sous sur selon après avant depuis pendant lors si quand comme alors ainsi aussi cependant "
        "toutefois pourtant enfin puis ensuite désormais plusieurs certains tous toutes "
        "chaque aucun "
        "plus moins quelque quelques qui que"
    ),
    "es": _words(
        "el la los las un una unos unas lo él ella ellos ellas yo este esta estos estas ese esa "
        "eso esos aquel aquella su sus nuestro y e o u pero sino en a al de del por para con sin "
        "sobre según tras desde hasta entre durante ante si cuando como aunque mientras así "
        "también "
        "además sin ya no ni muchos varios todos todas cada algunos ahora entonces después antes "
        "luego hoy ayer según que quien"
    ),
}  # fmt: skip
# Languages that write ordinals as "3." (CLDR): a small number and a stop may be one.
ORDINAL_STOP = _words("de da nb nn no fi et hu cs sk sl hr sr bs pl tr is lv")
