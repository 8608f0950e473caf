#include "ingest/charset.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include "support/processor_time.hpp"

#include <doctest/doctest.h>

#include <string>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

namespace {

// The text, or the failure's sentence.
std::string decoded(std::string_view bytes, std::string_view declared = {}, bool is_page = true) {
    const auto text = tl::to_utf8(bytes, {declared, is_page}, "html");
    if (text) return *text;
    CHECK(text.failure().code == throughline::errc::invalid_encoding);
    return text.failure().detail;
}

// A byte order mark that the text behind it does not run into.
std::string with_mark(std::string mark, std::string_view text) { return mark.append(text); }

}  // namespace

TEST_CASE("a byte order mark tells the charset before anything else does") {
    CHECK(decoded(with_mark("\xef\xbb\xbf", "caf\u00e9"), "iso-8859-1") == "caf\u00e9");
    CHECK(decoded({"\xff\xfe\x61\x00\xe9\x00", 6}, "utf-8") == "a\u00e9");
    CHECK(decoded({"\xfe\xff\x00\x61\x00\xe9", 6}) == "a\u00e9");
    CHECK(decoded({"\xff\xfe\x3d\xd8\x00\xde", 6}) == "\U0001f600");
    CHECK(decoded({"\xff\xfe\x3d\xd8", 4}) == "`html` is not valid in its charset, \"UTF-16LE\".");
}

TEST_CASE("the charset of the content type counts before the page's own") {
    CHECK(decoded("<meta charset=koi8-r>\xe9",
                  " \t"
                  "Latin1 ") == "<meta charset=koi8-r>\u00e9");
    CHECK(decoded("\x93quoted\x94 \x80", "iso-8859-1") == "\u201cquoted\u201d \u20ac");
    CHECK(decoded("\x93\xfa\x96{", "Shift_JIS") == "\u65e5\u672c");
    CHECK(decoded("\xc8\xd5\xb1\xbe", "gb2312") == "\u65e5\u672c");
    CHECK(decoded("caf\xe9", "utf-8") == "`html` is not valid UTF-8.");
    CHECK(decoded("\x93", "shift_jis") == "`html` is not valid in its charset, \"shift_jis\".");
}

TEST_CASE("a page names its charset in the first 1,024 bytes") {
    for (const std::string head :
         {"<meta charset=windows-1251>", "<META CharSet = 'Windows-1251' />", "<meta\ncharset=\"windows-1251\">",
          "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
          "<meta content=\"text/html;charset=windows-1251\" http-equiv=\"content-type\">",
          "<?xml version=\"1.0\" encoding=\"windows-1251\"?>", "<!-- <meta charset=koi8-r> --><meta charset=cp1251>",
          "<meta name=description content='the charset=koi8-r of old'><meta charset=cp1251>"}) {
        CAPTURE(head);
        CHECK(decoded(head + "\xc4\xe0") == head + "\u0414\u0430");
    }
    CHECK(decoded(std::string(1024, ' ') + "<meta charset=latin1>\xe9") == "`html` is not valid UTF-8.");
    CHECK(decoded("<meta charset=latin1>\xe9", {}, false) == "`html` is not valid UTF-8.");
    CHECK(decoded("<meta charset=utf-16>\xe9") == "`html` is not valid UTF-8.");
    CHECK(decoded("<meta charset=iso-2022-jp>\x1b$B@$\x1b(B") == "<meta charset=iso-2022-jp>\u4e16");
}

TEST_CASE("a page whose bytes are UTF-8 is UTF-8 whatever it names") {
    CHECK(decoded("<meta charset=latin1>caf\u00e9") == "<meta charset=latin1>caf\u00e9");
    CHECK(decoded("<meta charset=x-unknown>cafe") == "<meta charset=x-unknown>cafe");
}

TEST_CASE("an unknown charset is named as far as it is a name") {
    CHECK(decoded("a", "x-klingon") == "`html` is in the charset \"x-klingon\", which is not known.");
    CHECK(decoded("+ADw-", "utf-7") == "`html` is in the charset \"utf-7\", which is not known.");
    CHECK(decoded("<meta charset=x-one>\xe9") == "`html` is in the charset \"x-one\", which is not known.");
    const auto odd = decoded("a", "x\xff\"\n\x01" + std::string(1000, 'y'));
    CHECK(odd.size() < 100);
    CHECK(throughline::text::is_valid_utf8(odd));
}

TEST_CASE("every charset of the table can be read") {
    for (const auto& row : tl::data_table("service/ingest/data/charsets.tsv")) {
        CAPTURE(row[0]);
        for (const auto name : tl::split(row[1], ' ')) {
            CAPTURE(name);
            const bool wide = row[0].starts_with("UTF-16");
            CHECK(decoded(wide && row[0].ends_with("LE") ? std::string_view("a\0", 2)
                          : wide                         ? std::string_view("\0a", 2)
                                                         : std::string_view("a"),
                          name) == "a");
        }
    }
}

TEST_CASE("megabytes are decoded in linear time") {
    const auto begin = throughline::test::processor_time();
    CHECK(decoded(std::string(4'000'000, '\xe9'), "latin1").size() == 8'000'000);
    CHECK(decoded("<meta charset=latin1>" + std::string(4'000'000, '\x80')).size() > 8'000'000);
    CHECK(throughline::test::processor_time() - begin < throughline::test::linear_time);
}

TEST_SUITE_END();
