// Two articles of one story that nobody should have to expect: formulas, markup and odd characters wherever text may stand.
const publishers = ["=cmd|' /C calc'!A0", '@SUM(1+1)*"x",<b>&amp;'];
const headlines = [
    '=HYPERLINK("http://evil.example","click") <script>alert(1)</script> # 1. *star* _under_ `code` [a](javascript:alert(1))',
    '+1+2 "quoted", semi; colon: back\\slash \u202eright to left\u202c שלום 🧨👩‍👩‍👧 ]]> &amp; BEGIN:VEVENT',
];
const text = [
    'Mayor Anna "=Keller" O\'Brien of Eastport resigned on Tuesday, 20 March 2018; she said: "<b>I am *done*</b>, 100 % # [over]\\".\n\n' +
        'Police arrested Omar @Haddad & Søren Łukasz-Ødegård in Eastport in February 2018, =1+1, the city said 🧨.\n\n' +
        'The council had criticized Keller before 18 March 2018. A trial of Haddad is planned for next month.',
    'Anna Keller resigned as mayor of Eastport on Tuesday; \u202eshe\u202c said "]]> & <script>" to nobody, -- the council said.\n\n' +
        'Police arrested Omar Haddad in Eastport in February; the council denied that it had known 👩‍👩‍👧.\n\n' +
        'Keller called Haddad on Monday. Keller denied the accusation (see `code` and ~~this~~ | that).',
];

export const hostileArticles = [0, 1].map(n => ({
    url: `https://paper${n}.example/eastport?a=1&b=%22%3C(x)|y`,
    headline: headlines[n],
    publisher: publishers[n],
    published_at: `2018-03-2${n + 1}`,
    language: 'en',
    text: text[n],
}));
