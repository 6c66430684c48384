/** What authors put into articles besides words: each reaches the page, or a finding says that it does not. */

interface Construct {
  readonly name: string;
  readonly source: string;
  /** What the body of the page must hold; each once. */
  readonly page?: readonly (string | RegExp)[];
  /** What a finding names. */
  readonly finding?: string;
  readonly file?: 'mdx';
}

const YOUTUBE = 'dQw4w9WgXcQ';

export const constructs: readonly Construct[] = [
  // The newsroom's own
  {
    name: 'a film with sources, subtitles and a poster',
    source:
      '<video controls width="640" height="360" poster="/poster.png"><source src="/clip.webm"><source src="/clip.mp4"><track kind="subtitles" srclang="en" label="English" src="/clip.vtt"></video>',
    page: [
      /<video controls preload="metadata" playsinline width="640" height="360" poster="\/poster\.png">/,
      /<source src="\/clip\.webm" type="video\/webm"><source src="\/clip\.mp4" type="video\/mp4">/,
      /<track src="\/clip\.vtt" kind="subtitles" srclang="en" label="English">/,
    ],
  },
  {
    name: 'what its author hides',
    source: 'Before.\n\n<div style="color:red; display: none">A remark for the desk.</div>\n\nAfter.',
    finding: '<div hidden>',
  },
  {
    name: 'a picture that counts readers',
    source: '<img src="/poster.png" hidden>\n\nAfter.',
    finding: '<img hidden>',
  },
  {
    name: 'blocks that a page has no element for',
    source: '<address>Quay 1</address><center>Closed</center><fieldset><legend>Fares</legend>Two euros</fieldset>',
    page: ['<div>Quay 1</div><div>Closed</div><div><div>Fares</div>Two euros</div>'],
  },
  {
    name: 'the words of a form',
    source: '<form><label>Your name</label></form><p>After</p>',
    page: [/<div>Your name<\/div>\s*<p>After/],
    finding: '<form>',
  },
  {
    name: 'a drawing in an object that says what it shows',
    source: '<object data="/drawing.svg">A plan of\nthe quay</object>',
    page: [/<img src="\/drawing\.svg" alt="A plan of the quay"/],
  },
  {
    name: 'a film by its address',
    source: '<video src="/clip.mp4" autoplay></video>',
    page: [/<video controls preload="metadata" playsinline><source src="\/clip\.mp4"/],
  },
  {
    name: 'a recording',
    source: '<audio src="/talk.mp3" title="The mayor speaks"></audio>',
    page: [/<audio controls preload="metadata" aria-label="The mayor speaks"><source src="\/talk\.mp3" type="audio\/mpeg"/],
  },
  { name: 'a film as an image of Markdown', source: '![Boats at night](/clip.mp4)', page: [/<video [^>]*aria-label="Boats at night"/] },
  {
    name: 'a film that is not there',
    source: '<video src="/missing.mp4">Our film of the quay.</video>\n\nWords.',
    finding: '/missing.mp4',
  },
  {
    name: 'a document of the public folder',
    source: '<iframe src="/chart/index.html" title="Prices" height="400"></iframe>',
    page: ['<iframe src="/chart/index.html" title="Prices" loading="lazy" height="400"></iframe>'],
  },
  {
    name: 'one that loads from elsewhere',
    source: '<iframe src="/chart/remote.html" title="Prices"></iframe>',
    page: [/<figure class="embed" data-embed="\/chart\/remote\.html"/],
  },
  { name: 'a picture', source: '![Quay](/poster.png)', page: [/<figure><img src="\/poster\.png" alt="Quay"/] },
  {
    name: 'a picture in HTML with sources',
    source: '<picture><source srcset="/poster.webp"><img src="/poster.png" alt="Quay"></picture>',
    page: [/<img src="\/poster\.png" alt="Quay"/],
  },
  { name: 'a picture that is not there', source: '![Quay](/missing.png)', finding: '/missing.png' },
  {
    name: "a picture of the newsroom's own other origin",
    source: '![Quay](https://cdn.courier.example/quay.jpg)',
    page: ['<img src="https://cdn.courier.example/quay.jpg" alt="Quay"'],
  },
  {
    name: 'a paper in an object',
    source: '<object data="/report.pdf" type="application/pdf">The report</object>',
    page: ['<a href="/report.pdf">'],
  },
  {
    name: 'a drawing in an object',
    source: '<object data="/drawing.svg" aria-label="A map"></object>',
    page: [/<img src="\/drawing\.svg" alt="A map"/],
  },
  {
    name: 'an object that only its content can show',
    source: '<object data="/thing.swf"><p>What the thing said.</p></object>',
    page: ['What the thing said.'],
    finding: '/thing.swf',
  },
  { name: 'an empty object', source: '<object data="/thing.swf"></object>', finding: '<object>' },
  {
    name: 'a paper in an embed',
    source: '<embed src="/report.pdf" title="The report">',
    page: ['<a href="/report.pdf">The report</a>'],
  },
  // Drawn in the text
  {
    name: 'a drawing',
    source:
      '<svg viewBox="0 0 10 10" onload="hit()"><title>Two bars</title><rect width="4" height="9" style="fill: teal"/><text x="1" y="9">9 boats</text><script>hit()</script></svg>',
    page: [
      '<svg viewBox="0 0 10 10" role="img" aria-label="Two bars"><rect width="4" height="9" fill="teal"></rect><text x="1" y="9">9 boats</text></svg>',
    ],
    finding: '<script> in <svg>',
  },
  {
    name: 'a drawing that loads',
    source: '<svg viewBox="0 0 1 1"><image href="https://e.example/x.png"/><path d="M0 0" fill="url(https://e.example/#a)"/></svg>',
    page: ['<path d="M0 0"></path>'],
    finding: '<image> in <svg>',
  },
  {
    name: 'a formula',
    source: 'So <math><msup><mi>x</mi><mn>2</mn></msup></math> it is.',
    page: ['<math><msup><mi>x</mi><mn>2</mn></msup></math>'],
  },
  { name: 'a canvas', source: '<canvas id="c"></canvas>', finding: '<canvas>' },
  // Others'
  {
    name: 'a film of YouTube in a frame',
    source: `<iframe width="560" height="315" src="https://www.youtube.com/embed/${YOUTUBE}?start=30" title="The pier" allowfullscreen></iframe>`,
    page: [
      `data-embed="https://www.youtube-nocookie.com/embed/${YOUTUBE}?start=30"`,
      '<p class="embed-title">The pier</p>',
      `<a href="https://www.youtube.com/watch?v=${YOUTUBE}">Open at YouTube</a>`,
      /<img [^>]*src="\/embeds\/youtube-dQw4w9WgXcQ\.png"/,
    ],
  },
  {
    name: 'a bare address of YouTube',
    source: `https://www.youtube.com/watch?v=${YOUTUBE}`,
    page: [`data-embed="https://www.youtube-nocookie.com/embed/${YOUTUBE}"`],
  },
  {
    name: 'a short address of YouTube',
    source: `<https://youtu.be/${YOUTUBE}>`,
    page: [`data-embed="https://www.youtube-nocookie.com/embed/${YOUTUBE}"`],
  },
  {
    name: 'a list of films of YouTube',
    source: '<iframe src="https://www.youtube.com/embed/videoseries?si=x&amp;list=PLx0sYbCqOb8T"></iframe>',
    page: [
      'data-embed="https://www.youtube-nocookie.com/embed/videoseries?list=PLx0sYbCqOb8T"',
      '<a href="https://www.youtube.com/playlist?list=PLx0sYbCqOb8T">',
    ],
  },
  {
    name: 'what a channel of YouTube sends now',
    source: '<iframe src="https://www.youtube.com/embed/live_stream?channel=UCabc-1"></iframe>',
    page: [
      'data-embed="https://www.youtube-nocookie.com/embed/live_stream?channel=UCabc-1"',
      '<a href="https://www.youtube.com/channel/UCabc-1/live">',
    ],
  },
  {
    name: 'a film from a minute on',
    source: `https://youtu.be/${YOUTUBE}?t=1m30s`,
    page: [`data-embed="https://www.youtube-nocookie.com/embed/${YOUTUBE}?start=90"`],
  },
  {
    name: 'a frame that a script would load',
    source: `<iframe src="about:blank" data-src="https://www.youtube.com/embed/${YOUTUBE}" title="The pier"></iframe>`,
    page: [`data-embed="https://www.youtube-nocookie.com/embed/${YOUTUBE}"`, '<p class="embed-title">The pier</p>'],
  },
  {
    name: "an element of YouTube's films",
    source: `<lite-youtube videoid="${YOUTUBE}" playlabel="The pier"></lite-youtube>`,
    page: [`data-embed="https://www.youtube-nocookie.com/embed/${YOUTUBE}"`, '<p class="embed-title">The pier</p>'],
  },
  {
    name: 'a post that a script would draw',
    source: '<div class="fb-post" data-href="https://posts.example/1" data-width="500"></div>',
    page: ['<p class="embed"><a href="https://posts.example/1">'],
    finding: 'https://posts.example/1',
  },
  { name: 'a place for a script', source: '<div class="timeline" data-chart-id="7"> </div>\n\nWords.', finding: '<div data-chart-id>' },
  {
    name: 'a link to YouTube with words',
    source: `See [the film](https://youtu.be/${YOUTUBE}) here.`,
    page: [`<p>See <a href="https://youtu.be/${YOUTUBE}">the film</a> here.</p>`],
  },
  {
    name: 'a film of Vimeo',
    source: '<iframe src="https://player.vimeo.com/video/76979871?h=8272103f6e"></iframe>',
    page: ['data-embed="https://player.vimeo.com/video/76979871?h=8272103f6e&#x26;dnt=1"'],
  },
  {
    name: 'a chart of Datawrapper in a frame',
    source:
      '<iframe title="Prices" src="https://datawrapper.dwcdn.net/AbC12/3/" scrolling="no" style="width:0" height="443" data-external="1"></iframe>',
    page: ['data-embed="https://datawrapper.dwcdn.net/AbC12/3/"', 'data-embed-height="443"'],
  },
  {
    name: 'a chart of Datawrapper by its script',
    source:
      '<div style="min-height:443px" id="datawrapper-vis-AbC12"><script type="text/javascript" defer src="https://datawrapper.dwcdn.net/AbC12/embed.js"></script><noscript><img src="https://datawrapper.dwcdn.net/AbC12/full.png" alt="Prices in ten towns" /></noscript></div>',
    page: ['data-embed="https://datawrapper.dwcdn.net/AbC12/1/"', 'Prices in ten towns'],
  },
  {
    name: 'a chart of Flourish',
    source:
      '<div class="flourish-embed flourish-chart" data-src="visualisation/1234567"><script src="https://public.flourish.studio/resources/embed.js"></script></div>',
    page: ['data-embed="https://flo.uri.sh/visualisation/1234567/embed"'],
  },
  {
    name: 'a film of another site',
    source: '<video src="https://films.example/a.mp4" title="The pier"></video>',
    page: ['<p class="embed"><a href="https://films.example/a.mp4">The pier</a></p>'],
    finding: 'https://films.example/a.mp4',
  },
  {
    name: 'a frame of nobody known',
    source: '<iframe src="https://tools.example/x" title="A tool"></iframe>',
    page: ['<p class="embed"><a href="https://tools.example/x">A tool</a></p>'],
    finding: 'https://tools.example/x',
  },
  {
    name: 'a picture of a host that is allowed',
    source: '![The pier](https://pictures.example/pier.jpg)',
    page: ['data-embed="https://pictures.example/pier.jpg" data-embed-kind="image"'],
  },
  {
    name: 'a picture of another host',
    source: '![The pier](https://photos.example/pier.jpg)',
    page: ['<a href="https://photos.example/pier.jpg">Image: The pier</a>'],
    finding: 'https://photos.example/pier.jpg',
  },
  {
    name: 'a post with its script',
    source:
      '<blockquote class="twitter-tweet"><p>Boats are back.</p>— Ada <a href="https://twitter.com/ada/status/1">May 1</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js"></script>',
    page: ['Boats are back.', '<a href="https://twitter.com/ada/status/1">May 1</a>'],
    finding: '<script>',
  },
  { name: 'words for those without scripts', source: '<noscript><p>The numbers: 3 and 4.</p></noscript>', page: ['The numbers: 3 and 4.'] },
  { name: 'a frame of nothing', source: '<iframe srcdoc="<p>Words</p>"></iframe>', finding: '<iframe>' },
  // Controls
  { name: 'a task list', source: '- [x] counted\n- [ ] weighed', page: ['<li>☑ counted</li>', '<li>☐ weighed</li>'] },
  { name: 'a field', source: '<label>Your town <input type="text" value="x"></label>', page: ['Your town'], finding: '<input>' },
  { name: 'a box that may be ticked', source: '<p><input type="checkbox"> I agree</p>', page: ['I agree'], finding: '<input>' },
  { name: 'a choice', source: '<select><option>Spring</option></select>', finding: '<select>' },
  {
    name: 'a form',
    source: '<form action="https://e.example/"><p>Write to us</p><button>Send</button></form>',
    page: ['Write to us', 'Send'],
    finding: '<form>',
  },
  { name: 'a style', source: '<style>p { color: red }</style>\n\nWords.', page: ['Words.'], finding: '<style>' },
  {
    name: 'a fold',
    source: '<details><summary>More</summary>\n\nHidden words.\n\n</details>',
    page: ['<summary>More</summary>', 'Hidden words.'],
  },
  {
    name: 'a bar without words',
    source: 'Built: <progress value="3" max="8"></progress> of it, <meter value="60" min="20" max="100"></meter> full.',
    page: ['Built: 38% of it, 50% full.'],
  },
  { name: 'a bar that shows nothing', source: 'Built: <progress></progress>', finding: '<progress>' },
  { name: 'a measure', source: '<p>Turnout <meter value="0.6">60 %</meter></p>', page: ['Turnout 60 %'] },
  { name: 'an element of a program', source: '<my-chart data="x"></my-chart>', finding: '<my-chart>' },
  {
    name: 'an area of a picture',
    source: '<map name="m"><area href="https://e.example/" alt="North" shape="rect"></map>',
    finding: '<area>',
  },
  // Dialects
  { name: 'a component without words', source: '<Chart data={[1, 2]} />', file: 'mdx', finding: '<chart>' },
  { name: 'a component with words', source: '<Note>\n\nMind the gap.\n\n</Note>', file: 'mdx', page: ['Mind the gap.'] },
  {
    name: 'a component of YouTube',
    source: `<YouTube id="${YOUTUBE}" title="The pier" />`,
    file: 'mdx',
    page: [`data-embed="https://www.youtube-nocookie.com/embed/${YOUTUBE}"`],
  },
  {
    name: 'an expression',
    source: 'It is {6 * 7} o’clock. {/* a remark */}',
    file: 'mdx',
    page: ['o’clock'],
    finding: 'an MDX expression',
  },
  {
    name: 'a shortcode of YouTube',
    source: `{{< youtube ${YOUTUBE} >}}`,
    page: [`data-embed="https://www.youtube-nocookie.com/embed/${YOUTUBE}"`],
  },
  {
    name: 'a shortcode of a program that is not here',
    source: 'Before {{< figure src="/poster.png" title="<b>x</b>" >}} and after.',
    page: ['<p>Before  and after.</p>'],
    finding: 'the shortcode "figure"',
  },
  {
    name: 'a pair of shortcodes',
    source: '{{% note title="a" %}}\n\nMind the *gap*.\n\n{{% /note %}}',
    page: ['<p>Mind the <em>gap</em>.</p>'],
    finding: 'the shortcode "note"',
  },
  { name: 'a shortcode that is shown as text', source: 'Write `{{</* ref "x" */>}}`.', page: ['<code>{{&#x3C; ref "x" >}}</code>'] },
];
