#include "ingest/canonical_url.hpp"

#include <doctest/doctest.h>

#include <random>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

TEST_CASE("an address is brought to one form however it was shared") {
    const auto* const canonical = "https://harbour-courier.example/world/2018/03/talks-resume";
    for (const auto* shared : {
             "https://www.harbour-courier.example/world/2018/03/talks-resume",
             "http://www.harbour-courier.example/world/2018/03/talks-resume",
             "HTTPS://WWW.Harbour-Courier.Example/world/2018/03/talks-resume",
             "https://www.harbour-courier.example:443/world/2018/03/talks-resume",
             "http://www.harbour-courier.example:80/world/2018/03/talks-resume/",
             "https://www.harbour-courier.example./world/2018/03/talks-resume",
             "https://user:secret@www.harbour-courier.example/world/2018/03/talks-resume",
             "https://www.harbour-courier.example/world/2018/03/talks-resume#comments",
             "https://www.harbour-courier.example/world/2018/03/talks-resume?utm_source=x&utm_medium=y&fbclid=abc",
             "https://www.harbour-courier.example/world/./2018/02/../03/talks%2Dresume",
             "https://harbour-courier.example/world/2018/03/talks-resume",
             "https://m.harbour-courier.example/world/2018/03/talks-resume",
             "https://mobile.harbour-courier.example/world/2018/03/talks-resume",
             "https://www.m.harbour-courier.example/world/2018/03/talks-resume",
             "https://amp.harbour-courier.example/world/2018/03/talks-resume?amp=1",
             "https://www.harbour-courier.example/world/2018/03/talks-resume/amp/",
             "https://www.harbour-courier.example/amp/world/2018/03/talks-resume",
             "https://www.google.com/amp/s/www.harbour-courier.example/world/2018/03/talks-resume",
             "https://www-harbour.cdn.ampproject.org/c/s/www.harbour-courier.example/world/2018/03/talks-resume",
             "  https://www.harbour-courier.example/world/2018/03/talks-resume\n",
         }) {
        CAPTURE(shared);
        CHECK(tl::canonical_url(shared).value_or("") == canonical);
    }
}

TEST_CASE("what tells two articles apart stays in the address") {
    CHECK(tl::canonical_url("https://news.example/story?id=42&utm_campaign=z") == "https://news.example/story?id=42");
    CHECK(tl::canonical_url("https://news.example/Story") == "https://news.example/Story");
    CHECK(tl::canonical_url("http://localhost:8080/a") == "http://localhost:8080/a");
    CHECK(tl::canonical_url("https://news.example") == "https://news.example/");
    CHECK(tl::canonical_url("https://en.m.example.org/wiki/A") == "https://en.example.org/wiki/A");
    CHECK(tl::canonical_url("https://news.example/a/index.amp.html") == "https://news.example/a/index.html");
}

TEST_CASE("an encoded mark stays encoded where it would mean something else bare") {
    CHECK(tl::canonical_url("https://news.example/a%2fb") == "https://news.example/a%2Fb");
    CHECK(tl::canonical_url("https://news.example/a%3Fb%23c") == "https://news.example/a%3Fb%23c");
    CHECK(tl::canonical_url("https://news.example/s?q=a%26b%3d1") == "https://news.example/s?q=a%26b%3D1");
    CHECK(tl::canonical_url("https://news.example/%61%7e") == "https://news.example/a~");
}

TEST_CASE("a host that cannot be one is refused") {
    for (const std::string bad :
         {"a%00b", "exa%20mple.example", "exa%2fmple.example", "999.1.2.3", "1.2.3", "1.2.3.4.5", "01.2.3.4", "0x7f.1",
          "xn--", "xn--zzzzz99999.example", "-", "-a.example", "a-.example", "a_b!.example", "a,b.example",
          "news.example:0", "news.example:65536", "news.example:99999", "a.example\\@b.example"}) {
        CAPTURE(bad);
        CHECK_FALSE(tl::canonical_url("https://" + bad + "/p"));
    }
    CHECK_FALSE(tl::canonical_url("https://" + std::string(64, 'a') + ".example/"));
    CHECK(tl::canonical_url("https://1.2.3.4/p") == "https://1.2.3.4/p");
    CHECK(tl::canonical_url("http://[::1]:8443/p") == "http://[::1]:8443/p");
    CHECK(tl::canonical_url("https://r3---cache.news.example/p") == "https://r3---cache.news.example/p");
    CHECK(tl::canonical_url("https://my_site.news.example:08080/p") == "https://my_site.news.example:8080/p");
}

TEST_CASE("letters of every script are encoded in one way") {
    CHECK(tl::canonical_url("https://news.example/caf\u00e9 noir") == "https://news.example/caf%C3%A9%20noir");
    CHECK(tl::canonical_url("https://news.example/caf%c3%a9%20noir") == "https://news.example/caf%C3%A9%20noir");
    CHECK(tl::canonical_url("https://b\u00fccher.example/") == "https://xn--bcher-kva.example/");
    CHECK(tl::canonical_url("https://XN--bcher-kva.example/") == "https://xn--bcher-kva.example/");
    CHECK(tl::canonical_url("https://news.example/50%-off?a[]=1") == "https://news.example/50%25-off?a%5B%5D=1");
}

TEST_CASE("what is no web address is refused") {
    for (const std::string bad :
         {"", "   ", "news.example/a", "/a/b", "ftp://news.example/a", "javascript:alert(1)", "https://", "https:///a",
          "https://.", "https://a..example/", "https://.example/", "https://news.example:99x/", "mailto:a@b.example"}) {
        CAPTURE(bad);
        CHECK_FALSE(tl::canonical_url(bad));
    }
    CHECK_FALSE(tl::canonical_url("https://news.example/" + std::string(3000, 'a')));
}

TEST_CASE("a reference is read against the page it stands on") {
    const auto* const base = "https://news.example/world/story.html";

    CHECK(tl::canonical_url("/world/other", base) == "https://news.example/world/other");
    CHECK(tl::canonical_url("other.html", base) == "https://news.example/world/other.html");
    CHECK(tl::canonical_url("https://else.example/x", base) == "https://else.example/x");
    CHECK_FALSE(tl::canonical_url("/a", ""));
    CHECK(tl::absolute_url("../archive/", "https://news.example/world/story.html") == "https://news.example/archive/");
    CHECK(tl::canonical_url("//else.example/x#top", base) == "https://else.example/x");
    CHECK_FALSE(tl::canonical_url("javascript:alert(1)", base));
}

TEST_CASE("the canonical form of a canonical form is itself") {
    const std::vector<std::string> parts = {
        "amp", "m.", "www.", "/", "//",  ".amp", ".html", "?", "&",    "utm_",  "=", "%41", "%2f",
        "%zz", "..", "#",    "a", ":80", "é",    "cdn.",  "x", "/amp", "/amp/", "[", "|",   "news.example"};
    std::mt19937 random(20180321);
    for (int i = 0; i < 20000; ++i) {
        std::string address = random() % 2 ? "https://" : "http://m.";
        if (random() % 3) address += "news.example/";
        for (auto n = random() % 12; n > 0; --n) address += parts[random() % parts.size()];
        const auto once = tl::canonical_url(address);
        if (!once) continue;
        CAPTURE(address);
        REQUIRE(tl::canonical_url(*once) == once);
    }
}

TEST_CASE("the site of an address is its host without www") {
    CHECK(tl::site_of("https://www.news.example/a") == "news.example");
    CHECK(tl::site_of("http://localhost:8080/a") == "localhost");
    CHECK(tl::site_of("") == "");
}

TEST_SUITE_END();
