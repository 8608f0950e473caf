#include "ingest/article_input.hpp"

#include <doctest/doctest.h>

#include <map>

namespace tl = throughline::ingest;
using throughline::errc;

TEST_SUITE_BEGIN("ingest");

namespace {

tl::limits allowed() {
    tl::limits limits;
    limits.today = *throughline::parse_day("2018-04-01");
    return limits;
}

const std::string prose = "The ministers met in the capital on Tuesday and agreed that they would talk again.";

// A sound body with members replaced; a value of "" leaves the member out. Values are JSON.
std::string body(std::map<std::string, std::string> changed = {}) {
    std::map<std::string, std::string> members = {{"url", R"("https://harbour.example/talks")"},
                                                  {"headline", R"("Talks")"},
                                                  {"publisher", R"("Harbour Courier")"},
                                                  {"authors", R"(["Jane Roe"])"},
                                                  {"published_at", R"("2018-03-21")"},
                                                  {"language", R"("en")"},
                                                  {"text", '"' + prose + '"'}};
    for (auto& [name, value] : changed) members[name] = value;
    std::string out;
    for (const auto& [name, value] : members)
        if (!value.empty()) out += (out.empty() ? "" : ",") + ('"' + name + "\":") + value;
    return "{" + out + "}";
}

// "code field" of the failure, "" when there is none.
std::string failure(std::string_view json) {
    const auto read = tl::read_article(json, allowed());
    if (read) return "";
    CHECK(read.failure().detail.ends_with('.'));
    return std::string(throughline::name(read.failure().code)) + " " + read.failure().field;
}

tl::article_input read(std::string_view json) {
    auto article = tl::read_article(json, allowed());
    REQUIRE_MESSAGE(article, (article ? "" : article.failure().detail));
    return std::move(*article);
}

}  // namespace

TEST_CASE("a sound body becomes an article") {
    const auto article = read(body());

    CHECK(article.url == "https://harbour.example/talks");
    CHECK(article.key() == article.url);
    CHECK(article.headline == "Talks");
    CHECK(article.publisher == "Harbour Courier");
    CHECK(article.authors == std::vector<std::string>{"Jane Roe"});
    CHECK(throughline::to_string(article.published) == "2018-03-21");
    CHECK_FALSE(article.published_at);
    CHECK(article.language == "en");
    CHECK(article.english);
    CHECK(article.text == prose);
    CHECK(article.text_hash.size() == 32);
    CHECK(article.content_hash.size() == 32);
}

TEST_CASE("plain text is stored byte for byte") {
    for (const std::string text :
         {"  Two blanks  at the ends, and the pier is closed.  ", "Line\\r\\nbreaks and\\ttabs of the pier.",
          "It is *not* so [sic], he said.\\n\\nAdvertisement\\n\\nRead more: nothing"}) {
        std::string stored = text;
        for (const auto& [escape, plain] : {std::pair{"\\r", "\r"}, {"\\n", "\n"}, {"\\t", "\t"}})
            for (auto at = stored.find(escape); at != std::string::npos; at = stored.find(escape))
                stored.replace(at, 2, plain);
        CHECK(read(body({{"text", '"' + text + '"'}})).text == stored);
    }
}

TEST_CASE("a next-line mark is a line break") {
    CHECK(read(body({{"text", R"("The pier is closed.\u0085\u0085It was old.\u0085")"}})).text ==
          "The pier is closed.\n\nIt was old.\n");
    CHECK(read(body({{"headline", R"("Pier\u0085closed")"}})).headline == "Pier closed");
}

TEST_CASE("a saved page posted as text gives the fields that the body lacks") {
    const auto article = read(R"({"text": "# Talks Resume\n\nBy Reuters\n\nMarch 21, 2018\n\n)" + prose +
                              R"(\n\nOriginal url:\n\n<https://www.harbour.example/talks?utm_source=x>"})");

    CHECK(article.headline == "Talks Resume");
    CHECK(article.wire == "reuters");
    CHECK(throughline::to_string(article.published) == "2018-03-21");
    CHECK(article.url == "https://harbour.example/talks");
    CHECK(article.publisher == "harbour.example");
    CHECK(article.text == prose);
}

TEST_CASE("a page may stand for the text and the body's own members count first") {
    const std::string page =
        R"("<title>Page title</title><meta name='date' content='2018-03-20'><p>)" + prose + R"(</p>")";
    const auto article = read(body({{"text", ""}, {"html", page}}));

    CHECK(article.headline == "Talks");
    CHECK(throughline::to_string(article.published) == "2018-03-21");
    CHECK(article.text == prose);
    CHECK(read(R"({"html":)" + page + "}").headline == "Page title");
}

TEST_CASE("stray control characters of a page are blanks and a NUL is a fault") {
    const auto page = [](std::string_view mark) {
        return R"({"headline":"Talks","published_at":"2018-03-21","html":"<p>)" + std::string(mark) + prose +
               R"(</p>"})";
    };

    CHECK(read(page("\\u000b\\u0007")).text == prose);
    CHECK(read(page("\\u009b\\ufffe\\ufdd0")).text == prose);
    CHECK(failure(page("\\u0000")) == "invalid_encoding html");
}

TEST_CASE("raw bytes of each format are read") {
    const std::string page = "<html><title>Talks</title><time>21 March 2018</time><p>" + prose;
    const std::string saved = "# Talks\n\n21 March 2018\n\n" + prose;
    const auto html =
        tl::read_article(tl::raw_article{page, tl::media::html, "https://harbour.example/a", ""}, allowed());
    const auto markdown = tl::read_article(tl::raw_article{saved, tl::media::markdown, "", ""}, allowed());
    const auto json = tl::read_article(tl::raw_article{body(), tl::media::json, "", ""}, allowed());

    REQUIRE(html);
    CHECK(html->url == "https://harbour.example/a");
    REQUIRE(markdown);
    CHECK(markdown->headline == "Talks");
    CHECK(markdown->key() == "content:" + markdown->content_hash);
    REQUIRE(json);
}

TEST_CASE("bytes of another charset are decoded and those of an unknown one are refused by name") {
    const std::string latin = "<title>Caf\xe9</title><time>21 March 2018</time><p>Caf\xe9 owners: " + prose;
    const auto read_as = [](std::string_view bytes, std::string_view charset, tl::media format = tl::media::html) {
        return tl::read_article(tl::raw_article{bytes, format, "", charset}, allowed());
    };

    const auto declared = read_as(latin, "ISO-8859-1");
    REQUIRE(declared);
    CHECK(declared->headline == "Caf\u00e9");
    CHECK(declared->text == "Caf\u00e9 owners: " + prose);
    REQUIRE(read_as("<meta charset=latin1>" + latin, ""));
    CHECK(read_as(latin, "").failure().code == errc::invalid_encoding);
    CHECK(read_as(latin, "x-klingon").failure().detail.find("x-klingon") != std::string::npos);
    const auto plain = read_as("Caf\xe9s closed\n\n21 March 2018\n\n" + prose, "windows-1252", tl::media::plain);
    REQUIRE(plain);
    CHECK(plain->headline == "Caf\u00e9s closed");
    CHECK(read("\xef\xbb\xbf" + body()).text == prose);
}

TEST_CASE("each fault has its own code and names the field") {
    CHECK(failure("") == "invalid_json ");
    CHECK(failure("not JSON") == "invalid_json ");
    CHECK(failure("[1]") == "invalid_json ");
    CHECK(failure("\"text\"") == "invalid_json ");
    CHECK(failure(body() + "x") == "invalid_json ");
    CHECK(failure(body().substr(0, 40)) == "invalid_json ");
    CHECK(failure(R"({"text":"a","text":"b"})") == "invalid_json text");
    CHECK(failure(R"({"x":{"a":1,"a":2}})") == "invalid_json ");
    CHECK(failure(std::string(40, '[')) == "invalid_json ");
    CHECK(failure("{\"x\":" + std::string(40, '[') + std::string(40, ']') + "}") == "invalid_json ");
    CHECK(failure("{\"text\":\"\xff\"}") == "invalid_encoding ");
    CHECK(failure(body({{"text", R"("\udc00")"}})) == "invalid_encoding ");
    CHECK(failure(body({{"text", R"("a\u0000b")"}})) == "invalid_encoding text");
    CHECK(failure(body({{"text", R"("a\u0007b")"}})) == "invalid_encoding text");
    CHECK(failure(body({{"text", R"("a\u0080b")"}})) == "invalid_encoding text");
    CHECK(failure(body({{"text", R"("a\u009fb")"}})) == "invalid_encoding text");
    CHECK(failure(body({{"text", R"("a\ufffeb")"}})) == "invalid_encoding text");
    CHECK(failure(body({{"text", R"("a\ufdd0b")"}})) == "invalid_encoding text");
    CHECK(failure(body({{"text", R"("a\ud83f\udfffb")"}})) == "invalid_encoding text");
    CHECK(failure(body({{"publisher", R"("a\u009bb")"}})) == "invalid_encoding publisher");
    CHECK(failure(body({{"text", R"("\u00a0\ufffd\ufdcf\ufdf0\ud83d\ude00 is text.")"}})) == "");
    CHECK(failure(body({{"headline", R"("a\u0001b")"}})) == "invalid_encoding headline");
    CHECK(failure(body({{"text", "17"}})) == "invalid_field text");
    CHECK(failure(body({{"text", R"({"a":1})"}})) == "invalid_field text");
    CHECK(failure(body({{"url", "[]"}})) == "invalid_field url");
    CHECK(failure(body({{"url", R"("harbour")"}})) == "invalid_field url");
    CHECK(failure(body({{"authors", R"([1])"}})) == "invalid_field authors");
    CHECK(failure(body({{"authors", R"([null])"}})) == "invalid_field authors");
    CHECK(failure(body({{"authors", R"([["a"]])"}})) == "invalid_field authors");
    CHECK(failure(body({{"text", ""}})) == "missing_field text");
    CHECK(failure(body({{"text", "null"}})) == "missing_field text");
    CHECK(failure(body({{"headline", ""}})) == "missing_field headline");
    CHECK(failure(R"({"text": "Some text."})") == "missing_field headline");
    CHECK(failure(body({{"published_at", ""}})) == "missing_field published_at");
    CHECK(failure(body({{"text", R"("")"}})) == "text_empty text");
    CHECK(failure(body({{"text", R"(" \n\t\u00a0\u200b")"}})) == "text_empty text");
    CHECK(failure(body({{"text", ""}, {"html", R"("<p></p>")"}})) == "text_empty html");
    CHECK(failure(body({{"html", R"("<p>")"}})) == "invalid_field html");
    CHECK(failure(body({{"published_at", R"("2018-02-30")"}})) == "invalid_field published_at");
    CHECK(failure(body({{"published_at", R"("2018-04-03")"}})) == "invalid_field published_at");
    CHECK(failure(body({{"published_at", R"("9999-12-31")"}})) == "invalid_field published_at");
    CHECK(failure(body({{"published_at", R"("0018-03-21")"}})) == "invalid_field published_at");
    CHECK(failure(body({{"published_at", R"("21 March 2018 14:05 QQT")"}})) == "invalid_field published_at");
    CHECK(failure(body({{"published_at", "20180321"}})) == "invalid_field published_at");
    CHECK(failure(body({{"language", R"("English!")"}})) == "invalid_field language");
    CHECK(failure(body({{"text", '"' + std::string(1'000'001, 'a') + '"'}})) == "too_large text");
    CHECK(failure(body({{"headline", '"' + std::string(2000, 'a') + '"'}})) == "too_large headline");
}

TEST_CASE("tomorrow's date is accepted because of time zones and unknown members are passed over") {
    CHECK(failure(body({{"published_at", R"("2018-04-02")"}})) == "");
    CHECK(failure(body({{"note", R"({"text": 1, "deep": [[[]]]})"}, {"authors", R"("Jane Roe")"}})) == "");
}

TEST_CASE("another language is kept and marked") {
    const auto german =
        read(body({{"text", R"("Die Minister trafen sich am Dienstag in der Hauptstadt und wollen wieder reden.")"}}));
    const auto declared = read(body({{"language", R"("fr")"}}));

    CHECK(german.language == "de");
    CHECK_FALSE(german.english);
    CHECK(declared.language == "fr");
    CHECK_FALSE(declared.english);
    CHECK(read(body({{"language", R"("en-GB")"}})).english);

    const auto page = [](std::string_view tag) {
        return read(R"({"headline":"Talks","published_at":"2018-03-21","html":"<html lang=)" + std::string(tag) +
                    "><p>" + prose + R"("})");
    };
    CHECK(page("en-GB").language == "en-GB");
    CHECK(page("de").language == "en");
}

TEST_CASE("the same report is the same content under another address and another outlet's copy is not") {
    const auto one = read(body());
    const auto moved = read(body({{"url", R"("https://harbour.example/talks-2")"}}));
    const auto copy = read(body({{"publisher", R"("Bay Herald")"}}));

    CHECK(one.content_hash == moved.content_hash);
    CHECK(one.content_hash != copy.content_hash);
    CHECK(one.text_hash == copy.text_hash);
    CHECK(one.signature == copy.signature);
}

TEST_CASE("ten megabytes of one word end in one clear failure") {
    std::string huge(10'000'000, 'x');

    CHECK(failure(body({{"text", '"' + huge + '"'}})) == "too_large text");
    CHECK(failure(body({{"headline", ""}, {"text", '"' + huge + '"'}})) == "too_large text");
    CHECK(failure(body({{"text", ""}, {"html", '"' + huge + '"'}})) == "too_large html");
    const auto raw = tl::read_article(tl::raw_article{huge, tl::media::plain, "", ""}, allowed());
    REQUIRE_FALSE(raw);
    CHECK(raw.failure().code == errc::too_large);
}

TEST_SUITE_END();
