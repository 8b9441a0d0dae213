"""Legitimate page texts for the tiny library site; the checks must accept them."""

CAREFUL: dict[str, tuple[str, str]] = {
    "opening hours with dates in many forms": (
        "ja",
        r"""## いつ開いていますか {#t01-hours}

平日は9:00-17:30、土曜日は10時〜17時に開いています。
2026年12月29日（火）〜2027年1月3日（日）は休みです。

- 2026年11月26日: 館内整理で休み
- 11/30（月）: 13:00から
- 2026-12-01: 9:00〜12:00と13:00〜17:00
- 令和8年12月28日: 年内の最終日
- 毎月第1・第3木曜日: 20時30分まで
""",
    ),
    "table of costs with large amounts, signs and alignment": (
        "ja",
        r"""## 図書館には、いくらかかりますか {#t02-costs}

コピーは1枚10円、カラーは50円です。98,000円までは窓口で払えます。

| 費目 | 2024年度 | 2025年度 | 増減 |
| :--- | ---: | ---: | :---: |
| 図書 | ¥12,345,678 | ¥11,234,567 | ▲9.0% |
| 雑誌 | 1,234,567円 | 1,200,000円 | −2.8% |
| 光熱費 | 98万円 | 105万円 | +7.1% |
| 合計 | 1億2,345万円 | 1億1,000万円 | 約1割減 |

金額は、消費税10%を含みます（[図書館の利用規則](source:library-rules)）。
""",
    ),
    "statistics whose columns beside each other look like groups of a number": (
        "ja",
        r"""## 数字で見る図書館 {#t03-statistics}

| 地区 | 人口 | 蔵書 | 貸出 | 1人当たり |
| --- | ---: | ---: | ---: | ---: |
| 01 | 12,345 | 67,890 | 123,456 | 10.0 |
| 02 | 6,789 | 34,567 | 45,678 | 6.7 |
| 03 | 1,234 | 5,678 | 9,012 | 7.3 |
| 04 | 90 | 1,234 | 5,678 | 63.1 |

人口は2025年10月1日、貸出は2024年4月〜2025年3月の数です。
蔵書は3年で109,369冊、率にして約1.5倍になりました。
""",
    ),
    "short telephone numbers and beginnings of numbers": (
        "ja",
        r"""## 知らない番号から電話が来ました {#t04-unknown-number}

いったん切って、[案内](contact:front-desk)にかけ直してください。

- 0120や0800、050、090・080・070で始まる番号でも、本物とは限りません。
- 「+81」は日本、「+1」はアメリカなどの国番号です。
- 188・110・119・#9876は、短い番号の名前です。
- 市外局番が03や06でも、その街からの電話とは限りません。

夜は[#9876](contact:night-desk)にかけます。「184」を付ける必要はありません。
""",
    ),
    "quoted message of a thief in a block quote": (
        "ja",
        r"""## こんなメールが届いたら {#t05-fake-mail}

図書館を装うメールには、次のような言葉があります。

> 【重要】未返却の本が3点あります。本日18:00までに¥98,000をお支払いください。
>
> ご連絡がない場合は、法的手続きに移行いたします。※本メールは最終通知です。

図書館は、メールで支払いを求めません（[利用規則](source:library-rules)）。
届いたメールは消さずに、[窓口](contacts.md)で見せてください。
""",
    ),
    "half-width kana of a bank's message, in text and in code": (
        "ja",
        r"""## 通帳には、どう出ますか {#t06-bankbook}

「ﾌﾘｺﾐ ﾄｼﾖｶﾝ ﾘﾖｳﾘﾖｳ」のように、半角のカタカナで出ます。

```text
26-11-26  ﾌﾘｺﾐ  ｶ)ﾎﾝﾔ ﾁﾕｳｵｳ    *1,980   ¥45,670
26-12-01  ﾃｽｳﾘﾖｳ                *165   ¥45,505
```

銀行名、支店名、口座番号は、窓口で渡す紙で確かめます。
口座番号は普通7桁、支店の番号は3桁、銀行の番号は4桁です。
""",
    ),
    "numbers of laws, articles and cases": (
        "ja",
        r"""## どの法律に書いてありますか {#t07-laws}

図書館法は、昭和25年法律第118号です。
著作権法（昭和45年法律第48号）の31条1項1号は、図書館での複写の決まりです。
市の決まりは、第3条第2項第4号にあります（[市の貸出の決まり](source:borrowing-law)）。

1. 「民法522条1項」は、第五百二十二条第一項と同じです。
2. 「令和5年（ワ）第1234号」は、図書館の事件の番号です。
3. 「令3(受)987」のように短く書くこともあります。
4. 「法30の4①二」は、30条の4第1項第2号です。
""",
    ),
    "ISBN, ISSN, call numbers and shelf marks": (
        "ja",
        r"""## 本の番号で探せますか {#t08-book-numbers}

探せます。裏表紙の「ISBN978-4-12-345678-4」のような番号を使います。

| 番号 | 例 | 見る所 |
| --- | --- | --- |
| ISBN（13桁） | 978-4-12-345678-4 | 裏表紙 |
| ISBN（10桁） | 4-12-345678-2 | 奥付 |
| ISSN | 1234-5679 | 雑誌の表紙 |
| 分類記号 | 913.6/ナ-12/3 | 背のラベル |
| 雑誌コード | 01234-11 | 表紙の下 |
""",
    ),
    "postal codes, street numbers and floors": (
        "ja",
        r"""## どこへ送りますか {#t09-address}

返す本は、次の所へ送ってください。

> 〒100-0001 東京都千代田区千代田1-1-1 中央館2階 203号室

「1丁目2番3号」は「1-2-3」とも書きます。
郵便番号は「123-4567」のように7桁で、ハイフンは省けます。
窓口は1〜3番、ロッカーは101〜120番です。
""",
    ),
    "steps that begin with bold words, with nested lists and a card": (
        "ja",
        r"""## カードをなくしました {#t10-lost-card}

1. **今すぐ：** [案内](contact:front-desk)に電話して、カードを止めます。
2. **今日のうちに：** 次のものを用意します。
    - 名前と住所が分かるもの
        - 運転免許証、健康保険の資格確認書など
        - 学生証（写真付き）
    - 再発行の料金（100円）
3. **三日以内に：** 新しい[貸出カード](term:library-card)を受け取ります。

[案内](contact:front-desk)
""",
    ),
    "form to fill in": (
        "ja",
        r"""## 書き込んで持ってきてください {#t11-form}

<div class="printout" markdown>

| 項目 | 記入 |
| --- | --- |
| 日時（〇月〇日〇時〇分） | |
| 電話番号 | |
| 金額（円） | |
| 口座番号・名義 | |
| 相手のメールアドレス、URL | |

</div>
""",
    ),
    "large links to choose from": (
        "ja",
        r"""どれに当てはまりますか。近いものを選んでください。

<div class="triage triage--first" markdown>

- [期限を過ぎた本がある（1〜14日）](guide/borrow.md)

</div>

<div class="triage" markdown>

- [開いている時間を知りたい](index.md#hours)
- [「110番」「188」など、電話する所を知りたい](contacts.md#contacts)

</div>
""",
    ),
    "words to say with blanks and a quotation inside": (
        "ja",
        r"""## 窓口で、何と言えばよいですか {#t12-say}

!!! say "案内の窓口で（〇を埋めます）"

    〇月〇日の〇時ごろ、「98,000円を払ってください」というSMSが届きました。
    「＋」か「050」で始まる番号でした。どうすればよいか、相談したいです。
    {: .say-words }
""",
    ),
    "warning with a source, and its paragraphs": (
        "ja",
        r"""## 払う前に {#t13-before-you-pay}

!!! warning "「今日中」と急がせる電話は、切ってください"

    図書館は、ATMや電子マネーでの支払いを頼みません。
    [市の貸出の決まり](source:borrowing-law)は、必ず窓口で見られます。

    - カードの暗証番号（4桁）を聞くこともありません。
    - 「#」や「1」を押すように頼むこともありません。

もう払ったときは、[相談先](contacts.md)から選びます。
""",
    ),
    "definition list with readings and terms": (
        "ja",
        r"""## 言葉の意味 {#t14-words}

延滞（えんたい）
:   返す日を過ぎていることです。[延滞](term:overdue)の説明も見てください。

禁帯出（きんたいしゅつ）
:   館内だけで読める本です。

OPAC（オーパック）
:   蔵書を探す画面です。OPACと書きます。
:   「WebOPAC 2.0」のように、版の番号が付くこともあります。
""",
    ),
    "sources with pages and dates": (
        "ja",
        r"""## いつから無料ですか {#t15-free-since}

1950年の法律からです。その前は、入館料が1〜3銭の館もありました。

図書館法（昭和25年法律第118号）の17条です。施行は1950年7月30日です。

『市の百年』上巻、120-134ページと、pp. 201–203にあります。

金額は、今の約10〜30円に当たります（[利用規則](source:library-rules)）。
""",
    ),
    "folded text as plain HTML": (
        "ja",
        r"""## くわしく知りたい人へ {#t16-more}

<details><summary>延滞した日数の数え方（例: 11/26に返す本）</summary>
<p>11月27日が1日目です。<br>休館日も<strong>数えます</strong>。</p>
<ul>
<li>1〜14日：次の貸し出しを待ちます
<li>15日〜：<a href="index.html#hours">開いている時間</a>に来てください
</ul>
</details>

<kbd>Ctrl</kbd>+<kbd>F</kbd>で、このページの中を探せます。
""",
    ),
    "code with backticks, element names and file names": (
        "ja",
        r"""## ページを保存するには {#t17-save}

`offline.zip` を開き、`index.html` を選びます。使い方は `README.md` にあります。

```html
<div class="hours" onclick="show()">
  <script src="hours.js"></script>
</div>
```

- `<script>` や `<iframe>` は使えません。`<div>` と `</div>` は組にします。
- `` `code` `` のように、2つで囲むと「`」も書けます。
- Windowsでは `C:\Users\name\Downloads` に入ります。
- ほかでは `~/Downloads/site-2026.11.26/` です。
""",
    ),
    "versions and standards": (
        "ja",
        r"""## どの端末で見られますか {#t18-devices}

iOS 18.1.1、Android 15、Windows 11 24H2（26100.2314）で確かめました。

| 名前 | 版 | 日付 |
| --- | --- | --- |
| Safari | 18.1.1 (20619.2.8.11.12) | 2026-11-19 |
| Python | 3.11.7 | 2023-12-04 |
| JIS X 8341-3 | 2016 | 2016-03-22 |

日時は `2026-11-26T09:00:00+09:00` のように書きます（ISO 8601-1:2019）。
""",
    ),
    "comparisons, arithmetic, arrows and circled numbers": (
        "ja",
        r"""## 何冊まで借りられますか {#t19-how-many}

①本は10冊、②雑誌は3冊、③CDは2点です。
合わせて 10+3+2=15、家族4人なら 15×4=60 です。

- 在庫 a < 予約 b なら、a/b × 14日ほど待ちます。
- x > 15 のときは借りられません。1 &lt; 2、3 ≦ 4、5≠6です。
- 本館→分館⇒自宅の順に届きます。戻りは ← です。
- A & B、Q&A、R&amp;Dのコーナーは2階です。
- 面積は120㎡（12m×10m）、誤差は±5％です。E=mc<sup>2</sup>の本もあります。
""",
    ),
    "kanji numerals and old dates": (
        "ja",
        r"""## 三日以内に返せますか {#t20-three-days}

十分に間に合います。二〇二六年十一月二十六日の夜十時まで受け付けます。

> 第十二条　延滞が二週間を超えたときは、百円を納めるものとします。

「一、二冊」「十数人」「百二十頁」「一〇〇円」のようにも書きます。
明治三十二年（1899年）の規則は、第一号から第三号まで残っています。
千円札で払うと、お釣りは九百円です。
""",
    ),
    "brands and hosts in prose": (
        "ja",
        r"""## 本物のサイトか、どう見分けますか {#t21-real-site}

- go.jp や lg.jp で終わる住所は、国や市のものです。
- amazon.co.jpに似た住所や、「LINE」「Yahoo!」の名前だけでは分かりません。
- 「.example」で終わる住所は、説明のための例です。
- `city.example` と `city.example.net` は、別のサイトです。
- 「https」で始まっても、鍵のマーク🔒があっても、本物とは限りません。

X（旧Twitter）やnoteではなく、[図書館の利用規則](source:library-rules)で確かめます。
""",
    ),
    "talk of e-mail addresses and account numbers without any": (
        "ja",
        r"""## メールアドレスを教えました {#t22-told-address}

「@」の前が名前、後ろが会社などの住所です。知らせただけで、お金は減りません。

- 件名が「Re: Re: 【至急】」のメールは開きません。
- 口座番号（7桁）だけを伝えたときは、銀行に知らせます。
- カード番号は、16桁のうち下4桁だけを控えます。
- 表示が「\*\*\*\*-\*\*\*\*」なら、番号は隠れています。
- 認証コード（6桁）と暗証番号は、だれにも伝えません。
""",
    ),
    "full-width digits, letters and signs in quotations": (
        "ja",
        r"""## はがきに何と書いてありますか {#t23-postcard}

次の言葉は、はがきの文字のままです。

> 〒１２３－４５６７　返却最終告知　管理番号（わ）２９８
>
> 「２０２６年１１月２６日（木）１７：３０まで」に「９８，０００円」と記載があります。

全角の「ＡＢＣ」「＃９８７６」と、半角の「ABC」「#9876」は同じ意味です。
“ＮＨＫ”や‘ＪＲ’、〈案内〉《重要》［注］｛例｝も、そのまま写します。
""",
    ),
    "links of every form": (
        "ja",
        r"""## どのページを見ますか {#t24-links}

まず[借り方][t24-borrow]、次に[このページの例](#t24-example)を見てください。

### 例 {#t24-example}

- [借りる](guide/borrow.md)、[借り方](guide/borrow.md#how)
- [案内](contact:front-desk)と[夜間の窓口](contact:night-desk)
- [図書館利用規則12条2項](source:library-rules)、[市の決まり](source:borrowing-law)
- [貸出カード](term:library-card)と[延滞](term:overdue)
- [「返却は**14日以内**」の説明](index.md#index)、[用語集](glossary.md)

[t24-borrow]: guide/borrow.md#how
""",
    ),
    "picture with a long alternative text, and a picture as a link": (
        "ja",
        r"""## 入り口はどこですか {#t25-door}

![図書館の入り口。「9:00-17:30」の札と、段差3cmのスロープがある](assets/door.png)

写真を押すと、時間のページに進みます。

[![入り口の写真（2026年11月26日）](assets/door.png)](index.md#hours)

図1-2-3は入り口、図4は返却ポスト（24時間）です。
""",
    ),
    "escaped characters and signs of Japanese text": (
        "ja",
        r"""## 記号の読み方 {#t26-signs}

「\*」はアスタリスク（＊）、「\_」はアンダーバー、「\#」はシャープです。

1\. と書くと一覧になりません。\[注\]や\`も、そのまま出ます。

- snake\_case\_name と 2\*3\*4
- ※は注意、〃は同上、々は繰り返し、〆は締め切り
- 「A・B・C」の「・」は中黒、「～」と「〜」は波線
- ㈱ № ㎏ ℡ ㍻ Ⅳ ½ °C ¥ §3 … ―

---

以上です。
""",
    ),
    "emoji, joined emoji and a checklist": (
        "ja",
        r"""## 持ち物を確かめます {#t27-checklist}

持ち物は4つです。家族👨‍👩‍👧‍👦で来るときは、1人ずつ用意します。

- ☐ [貸出カード](term:library-card) 📇
- ☐ 返す本 📚（10冊まで）
- ☑ 住所が分かるもの
- ✅ 小銭（10円×5枚）

⚠️ 図書館の電話☎️は、[相談先](contacts.md)にあります。1️⃣番の窓口でも聞けます。
""",
    ),
    "long sentence with the name of a law that counts as one character, and listed words": (
        "ja",
        r"""## 条例では、どう決まっていますか {#t28-ordinance}

とても長い名前の図書館利用に関する条例の3条は、とても長い名前の図書館利用に関する条例の
1条にある目的のために、本を貸すことを決めています。

この文は一語も短くできないので、利用者が本を借りるときと返すときと延ばすときの扱いを、
窓口でも電話でも同じにするように、市の決まりの言葉を一つも省かずに書いています。

借りた本は、必ず返してください。
14日まで返さなくてもよい本は、[借り方](guide/borrow.md#how)で分かります。
""",
    ),
    "physical amounts, ranges, percentages and citations": (
        "ja",
        r"""## 本を傷めない部屋 {#t29-room}

室温は18〜22℃、湿度は50±5%、明るさは150〜300ルクスです。

> 『図書館学会誌』第45巻第2号（通巻180号）、120-134頁（2019年）

- 北緯35.68度、東経139.76度、標高3.5m
- Wi-Fiは2.4GHzと5GHz、802.11ac、最大1,300Mbps
- 0.3%、3割、3分の1
- 1/3、1対2、1:500の地図
- 2019、2020、2021年度は休み、22-23年度は週3日

***

出典は[利用規則](source:library-rules)の別表1-2です。
""",
    ),
    "opening hours in many English forms": (
        "en",
        r"""## When are you open? {#t31-open}

We open 9:00-17:30 on weekdays and 10 a.m.–5 p.m. on Saturdays.
We are closed from December 29, 2026 to January 3, 2027.

- 26 November 2026: closed
- Nov. 30: from 1:00 p.m.
- 2026-12-01: 9:00–12:00, 13:00–17:00
- 12/28 (Mon): the last day of the year
- Every 1st and 3rd Thursday: until 20:30
""",
    ),
    "costs with signs of currency": (
        "en",
        r"""## What does it cost? {#t32-cost}

A copy costs 10 yen, and a lost book up to 98,000 yen (about $640 or €600).

| Item | FY 2024 | FY 2025 | Change |
| :--- | ---: | ---: | :---: |
| Books | ¥12,345,678 | ¥11,234,567 | −9.0% |
| Magazines | 1,234,567 yen | 1,200,000 yen | -2.8 % |
| Heat and light | JPY 980,000 | JPY 1,050,000 | +7.1% |
| Gifts | 0 | 1,000,000 | n/a |

The amounts include 10% tax ([the city library's rules](source:library-rules)).
""",
    ),
    "statistics with bare figures in rows and in a fence": (
        "en",
        r"""## The library in figures {#t33-figures}

| Branch | People | Books | Loans | Days |
| --- | ---: | ---: | ---: | ---: |
| 03 | 1234 | 5678 | 9012 | 290 |
| 06 | 6789 | 1234 | 20345 | 288 |
| 10 | 120 | 3400 | 5600 | 12 |

```text
year  people  books  loans
2024    1234   5678   9012
2025    6789   1234  20345
```
""",
    ),
    "beginnings of telephone numbers and short numbers": (
        "en",
        r"""## An unknown number called me {#t34-unknown-call}

Hang up, then call the [front desk](contact:front-desk) yourself.

- Calls from numbers beginning with 0120 or 050 are not always from a company.
- The country code +81 is Japan, and +1 is the United States and Canada.
- 188, 110, 119 and #9876 are short numbers, and 112 is used in Europe.
- "Press 1 to pay, press 9 to stop" is a sign of a trick.
- At night, dial [#9876](contact:night-desk).
""",
    ),
    "quoted message of a thief": (
        "en",
        r"""## I got a message about a fine {#t35-fine}

Such a message may say:

> **FINAL NOTICE (3/3):** You owe the library ¥98,000!! Pay by 18:00 *today* or we sue.
>
> “Do not tell your family. Reply ‘YES’ to this text.”

The library sends no bills by text ([rules](source:library-rules), section 4.2).
Do not answer. Show the message to the [staff](contacts.md#contacts).
""",
    ),
    "laws, articles and case numbers": (
        "en",
        r"""## Which law says so? {#t36-law}

See Article 3, paragraph 2, item (iv) of the [law of the city](source:borrowing-law).

1. “Act No. 95 of 2001” is 平成13年法律第95号 in Japanese.
2. Civil Code, art. 522(1), and arts. 95–96 are about contracts.
3. Case No. 2023 (Wa) 1234 is the number of a case in court.
4. § 12.3(a)(1) of the rules is on p. 7; §§ 13-15 are on pp. 8-10.
""",
    ),
    "ISBN of the English group, ISSN and shelf numbers": (
        "en",
        r"""## Can I search by a number? {#t37-isbn}

Yes. Type the ISBN with or without hyphens, such as 978-0-306-40615-7.

| Number | Example | Where it stands |
| --- | --- | --- |
| ISBN-13 | 978-0-306-40615-7 | Back of the book |
| ISBN-10 | ISBN 0-306-40615-2 | Older books |
| ISSN | 1234-5679 | Front of a magazine |
| Dewey | 823.914 ROW v.3 | Label on the back |
| Copy | c.2 of 12 | Below the label |
""",
    ),
    "postal addresses": (
        "en",
        r"""## Where do I send a book? {#t38-send}

Send it to this address. The postal code is 100-0001 (〒100-0001).

> Central Library, Room 203, 2F<br>
> 1-1-1 Chiyoda, Chiyoda-ku, Tokyo 100-0001

A code such as 123-4567 has seven digits.
“2-chome 3-4” and “2-3-4” are the same place.
""",
    ),
    "steps with nested lists, ending in a card": (
        "en",
        r"""## I lost my card {#t39-lost}

1. **Now:** call the [front desk](contact:front-desk) to stop the card.
2. **Today:** find these things.
    - Something with your name and address:
        1. a driver's license, or
        2. a student card (with a photo)
    - 100 yen for a new [library card](term:library-card)
3. **Within 3-5 days:** come to counter no. 2, 9:00-17:30.

[front desk](contact:front-desk)
""",
    ),
    "form with a column to fill in": (
        "en",
        r"""## Fill this in and bring it {#t40-form}

<div class="printout" markdown>

| Item | Your note |
| --- | --- |
| Date and time (YYYY-MM-DD, hh:mm) | |
| Phone number of the caller | |
| Amount (yen) | |
| Account number & name | |
| E-mail or web address | |

</div>
""",
    ),
    "large links to choose from, in English": (
        "en",
        r"""What happened? Choose the line that fits best.

<div class="triage triage--first" markdown>

- [My books are late (1–14 days)](guide/borrow.md)

</div>

<div class="triage" markdown>

- [I want to know the hours (9:00-17:30?)](index.md#hours)
- [I want to call: #9876 or the library](contacts.md)

</div>
""",
    ),
    "words to say in Japanese, with sound and meaning": (
        "en",
        r"""## What do I say at the desk? {#t41-say}

!!! say "At the front desk: show this, or read it aloud"

    〇月〇日に、〇円を払うようにというSMSが届きました。相談したいです。
    {: lang=ja .say-words }

    (Tsuki) (hi) ni, (kingaku) en o harau yō ni to iu SMS ga todokimashita. Sōdan shitai desu.
    {: lang=ja-Latn .say-sound }

    On (date) I got a text that told me to pay (amount) yen. I would like advice.
    {: .say-meaning }
""",
    ),
    "warning with a list": (
        "en",
        r"""## Before you pay {#t42-before}

!!! warning "Hang up when a caller says “today only”"

    The library does not ask for gift cards, and it never lends money.

    - Nobody needs your PIN (4 digits) or a code (6 digits).
    - Nobody asks you to press “#” or “1” at an ATM.

If you have paid, choose from [whom to ask](contacts.md).
""",
    ),
    "definition list with abbreviations and a term": (
        "en",
        r"""## What do these words mean? {#t43-words}

Overdue
:   Past the day of return. See also [overdue](term:overdue).

OPAC (Online Public Access Catalog)
:   The screen on which you look for books.
:   Old ones were called “OPAC 1.0” and “Web 2.0”.

*Kintaishutsu* (<span lang="ja">禁帯出</span>)
:   For use in the library only: <span lang="ja">禁帯出</span>.
""",
    ),
    "sources in paragraphs of their own": (
        "en",
        r"""## Since when is it free? {#t44-free}

Since the law of 1950. Before that, some asked 1–3 sen.

Library Act (Act No. 118 of April 30, 1950), Article 17. It began on 1950-07-30.

*A Hundred Years of the City*, vol. 1, pp. 120-134, 201 f.

One sen was 1/100 of a yen ([rules](source:library-rules)).
""",
    ),
    "folded text with Markdown inside": (
        "en",
        r"""## More about late books {#t45-more}

<details markdown>
<summary>How we count the days (example: due on 11/26)</summary>

Day 1 is November 27. Closed days **count** too.

- 1–14 days: you wait for the next loan
- 15+ days: come in our [hours](index.md#hours)

</details>

Press <kbd>Ctrl</kbd> + <kbd>F</kbd> to search this page.
""",
    ),
    "code in many languages": (
        "en",
        r"""## Can I store the pages? {#t46-store}

Unpack `offline.zip`, then open `index.html`; `README.md` has more.

```sh
unzip -q offline.zip -d ~/library && cd ~/library
python3 -m zipfile -l offline.zip | grep '\.html$' > list.txt 2>&1
```

```json
{"open": ["09:00", "17:30"], "days": [1, 2, 3, 4, 5], "fee": 1000000}
```

Do not write `<script>`, `onclick="..."` or `{: style="..." }` on a page.
""",
    ),
    "versions, builds and standards": (
        "en",
        r"""## Which devices work? {#t47-devices}

We tried iOS 18.1.1, Android 15 and Windows 11 24H2 (build 26100.2314).

- Python 3.11.7, `mkdocs>=1.6.1,<2`, Node.js v22.11.0
- Chrome 131.0.6778.86, Safari 18.1.1 (20619.2.8.11.12)
- ISO 8601-1:2019, RFC 3986, JIS X 8341-3:2016, WCAG 2.2 (1.4.3)
- Time stamps such as `2026-11-26T09:00:00+09:00`
""",
    ),
    "comparisons, arithmetic and arrows": (
        "en",
        r"""## How many books can I borrow? {#t48-many}

Ten books, three magazines and two CDs: 10 + 3 + 2 = 15. A family of 4 gets 15 × 4 = 60.

- If a < b, you wait about a/b of 14 days.
- If x > 15, return one first. Also 1 &lt; 2, 3 &le; 4 and 5 ≠ 6.
- Library → branch ⇒ home, and back ←
- “A & B”, Q&A and R&amp;D are on the 2nd floor.
- The room has 120 m<sup>2</sup> (12 m × 10 m ± 5%) and little CO<sub>2</sub>.
""",
    ),
    "Japanese era years, numerals and words in English text": (
        "en",
        r"""## How do I read a Japanese date? {#t49-era}

Reiwa 8 is 2026, and H13 is 2001.

| On paper | Meaning |
| --- | --- |
| 令和8年11月26日 | November 26, 2026 |
| R8.11.26 | The same day, in short |
| 二〇二六年十一月 | November 2026 |
| 平成元年〜31年 | 1989–2019 |
| 26日（木）17:30 | Thursday the 26th, 5:30 p.m. |
| 三日以内, ¥98,000也 | Within three days; exactly 98,000 yen |
""",
    ),
    "brands and hosts in English prose": (
        "en",
        r"""## Is this the real site? {#t50-real}

- Addresses that end in go.jp or lg.jp belong to the state or a city.
- A name like amazon.co.jp with one more letter is another site.
- “LINE”, “Yahoo!” or “7-Eleven” in a text proves nothing.
- Addresses that end in .example are only examples, such as `city.example`.
- A lock 🔒 and “https” do not prove it either.

Check it in [the rules of the library](source:library-rules).
""",
    ),
    "talk of mail addresses, accounts and cards": (
        "en",
        r"""## I gave them my e-mail address {#t51-gave}

The part before the @ is a name; the part after it is a host. Nothing is lost yet.

- Do not open mail with a subject like “RE: RE: [URGENT] Invoice 4471”.
- Did you tell your account number (7 digits)? Tell your bank.
- Of the 16 digits of a card, note the last four only.
- “\*\*\*\*-\*\*\*\*” means that digits are hidden.
""",
    ),
    "links of every form, in English": (
        "en",
        r"""## Which page do I need? {#t52-links}

Begin with [how to borrow][t52-borrow], then see [the list below](#t52-list).

### The list {#t52-list}

- [Borrowing](guide/borrow.md), [the steps](guide/borrow.md#how)
- [Front desk](contact:front-desk) and [night desk](contact:night-desk)
- [Library rules, art. 12(2)](source:library-rules), [the city's law](source:borrowing-law)
- [library card](term:library-card) and [overdue](term:overdue)
- [Return it within **14 days**](index.md#index), [`glossary`](glossary.md)

[t52-borrow]: guide/borrow.md#how
""",
    ),
    "pictures with alternative texts": (
        "en",
        r"""## Where is the door? {#t53-door}

![The door of the library, with a sign "9:00-17:30" and a ramp 3 cm high](assets/door.png)

Select the picture to see the hours.

[![The door on November 26, 2026](assets/door.png)](index.md#hours)

Fig. 1-2-3 shows the door, and fig. 4 the box for returns (24/7).
""",
    ),
    "long table with links in its cells": (
        "en",
        r"""## Whom do I ask? {#t54-ask}

| What | Whom | When |
| --- | --- | --- |
| Find a book | [front desk](contact:front-desk) | Mon-Fri, 9:00–17:00 |
| Return a book | [night desk](contact:night-desk) | 18:00–22:00 |
| A late book | [overdue](term:overdue) | Day 1, 8 & 15 |
| A book | 188 or #9876 | 8:30-17:15 |
| A fire | 119 | 24 h / 365 d |
| Rules | [Rules, p. 3](source:library-rules) | 2024-03-31 |
| The way | [Start here](index.md) | — |
| A or B | `a / b`, (a) & (b) | 50/50 |
""",
    ),
    "escaped characters, entities and rules": (
        "en",
        r"""## What do these signs mean? {#t55-signs}

\* is a star, \_ is an underscore, and \# stands before #9876.

1\. is no list here. \[Note\] and \`code\` stay as they are.

- snake\_case, 2\*3\*4, file_name_2.md, C:\\temp
- &copy; 2026, A&nbsp;&amp;&nbsp;B, 10&nbsp;km, 5&ndash;7, caf&eacute;
- ©, ®, ™, §, ¶, °C, ½, №, …, naïve, Ōsaka

* * *

That is all.
""",
    ),
    "nested quotations, a promise with a source, advice with its exception": (
        "en",
        r"""## Can I have it longer? {#t57-longer}

> The reader asked: “May I keep it till 12/1?”
>
> > “Yes,” we said, ‘if nobody waits for it’.

The day of return is never moved twice ([the library's rules](source:library-rules)).
You can keep it 14 days; see [how to borrow](guide/borrow.md#how).
***Bring it back*** by 5:30 p.m. -- or the day after.
""",
    ),
    "technical figures that are no telephone numbers": (
        "en",
        r"""## Does the Wi-Fi work everywhere? {#t58-wifi}

Nearly. It has 2.4 GHz and 5 GHz (802.11ac, up to 1,300 Mbit/s), on port 443.

- Errors 404 and 503 mean: try again in 10-15 minutes.
- The time zone is UTC+9 (+09:00), and UTC is +0000.
- The commit is `efa203c8e4ab`, the color `#0a1b2c`, the letter `U+3000`.
- A barcode has 13 digits; ours begin with 20 or 97.
- The map (1:25,000) shows 35.6812° N, 139.7671° E.
""",
    ),
    "citations with volumes and pages": (
        "en",
        r"""## Where can I read more? {#t59-read}

1. Satō, A. & Lee, B. (2019). “Small libraries.” *Journal of Libraries*, 45(2), 120-134.
2. City Library, *Report 2024/25*, no. 180, pp. 12–15, 33 and 101-120.
3. *ibid.*, table 3-1, 0.5% (n = 1,234; p < 0.05).
4. The [law on borrowing](source:borrowing-law), as of 2024-03-31.
""",
    ),
    "signs, requests and numbers of receipts": (
        "en",
        r"""## I have a receipt {#t60-receipt}

Note its number, such as 2026-000123 or R8-1126-045.

```csv
date,time,books,receipt
2026/11/26,09:05:30,3,A-0012345
20261127,1730,12,B-0067890
```

Read `20261127` as a date and `1730` as a time.
The sign says “CLOSED 12/29-1/3”, and the shelf says 000-099.
Loans rose by 12.5% in 2021, 2022 and 2023, from 98,765 to 111,111.
""",
    ),
}
