#include "pipeline/pipeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <string>
#include <string_view>

TEST_SUITE_BEGIN("pipeline");

namespace {

using namespace throughline;

document analyse(std::string text) {
    document doc;
    doc.text = std::move(text);
    doc.headline = "A headline";
    doc.published = std::chrono::sys_days(std::chrono::year(2019) / 3 / 7);
    pipeline::run(doc);
    return doc;
}

std::string repeat(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

/// Processor time, the shorter of two runs: what else runs on the machine must not count.
double seconds(const std::string& text) {
    double least = 1e9;
    for (int run = 0; run < 2; ++run) {
        const auto begin = std::clock();
        analyse(text);
        least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return least;
}

/// Whether the layers point into the text and to each other as they promise.
bool is_sound(const document& doc) {
    std::uint32_t end = 0;
    for (const auto& token : doc.tokens) {
        if (token.where.begin < end || token.where.end <= token.where.begin) return false;
        end = token.where.end;
    }
    const auto within = [&](span where) { return where.begin <= where.end && where.end <= doc.text.size(); };
    return end <= doc.text.size() &&
           std::all_of(doc.quotes.begin(), doc.quotes.end(), [&](const auto& it) { return within(it.content); }) &&
           std::all_of(doc.timexes.begin(), doc.timexes.end(), [&](const auto& it) { return within(it.where); }) &&
           std::all_of(doc.entity_mentions.begin(), doc.entity_mentions.end(),
                       [&](const auto& it) { return it.tokens.last <= doc.tokens.size(); });
}

constexpr std::string_view pieces[] = {
    "PRESIDENT ANNA LINDQVIST MET MINISTERS IN OSLO ON MONDAY. ",
    "😀👩‍👩‍👧🇳🇴 ",
    "no full stop ever comes in this one line of words that goes on and on ",
    "قال الوزير إن المحادثات فشلت. השר אמר שהשיחות נכשלו. ",
    "Oslo\t1,204\t3.5%\t2019-03-07\n",
    "\"",
    "“He said ‘",
    "' \" ” ",
    "((([[[",
    "said said said that that ",
    "on Monday last week in May 2014 at 5 pm ",
    "Mr. John Smith, Anna B. Lindqvist of Acme Corp. and ",
    "a-b/c.d'e",
    "x",
    "...?!",
    "\n\n \n",
    "http://a.b/c?d=e ",
    "U.S. No. 5 Dr. ",
};

}  // namespace

TEST_CASE("no text takes more time than in proportion to its length") {
    constexpr std::size_t small = 2000, times = 8;
    for (const auto piece : pieces) {
        CAPTURE(piece);
        const auto text = repeat(piece, small * times);
        CHECK(is_sound(analyse(text)));
        // Eight times the text may take eight times the time; the square would be 64.
        const double least = 1e-2;  // below, the clock is too coarse
        const double ratio = std::max(seconds(text), least) / std::max(seconds(repeat(piece, small)), least / times);
        CHECK(ratio < 3 * times);
    }
}

TEST_CASE("a hundred thousand quotation marks and a line of two megabytes are read") {
    CHECK(is_sound(analyse(repeat("\" ", 200'000))));
    CHECK(is_sound(analyse(repeat("“", 300'000))));
    CHECK(is_sound(analyse(std::string(2'000'000, 'a'))));
}

TEST_SUITE_END();
