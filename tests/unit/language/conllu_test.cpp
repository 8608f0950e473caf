#include "language/conllu.hpp"

#include "support/readings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::string conllu(std::string text) {
    std::string out;
    throughline::language::append_conllu(throughline::test::parsed(std::move(text)), "note", out);
    return out;
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, at);) parts.push_back(part);
    return parts;
}

int number(const std::string& digits) {
    int value = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// What the format asks of a sentence: ten filled columns, words numbered from 1, one root, heads within the sentence,
/// and a text that the surface tokens spell.
void check_sentence(const std::vector<std::string>& lines) {
    std::string text, spelled;
    int words = 0, roots = 0, covered_to = 0, largest_head = 0;
    for (const auto& line : lines) {
        if (line.starts_with("# text = ")) text = line.substr(9);
        if (line.starts_with('#')) continue;
        const auto columns = split(line, '\t');
        REQUIRE(columns.size() == 10);
        for (const auto& column : columns) CHECK_FALSE(column.empty());
        const auto surface = columns[1] + (columns[9] == "SpaceAfter=No" ? "" : " ");
        if (const auto dash = columns[0].find('-'); dash != std::string::npos) {
            CHECK(number(columns[0]) == words + 1);
            covered_to = number(columns[0].substr(dash + 1));
            spelled += surface;
            continue;
        }
        CHECK(number(columns[0]) == ++words);
        if (words > covered_to) spelled += surface;
        largest_head = std::max(largest_head, number(columns[6]));
        const bool is_root = columns[6] == "0";
        CHECK(is_root == (columns[7] == "root"));
        roots += is_root;
    }
    if (spelled.ends_with(' ')) spelled.pop_back();
    CHECK(roots == 1);
    CHECK(largest_head <= words);
    CHECK(spelled == text);
}

}  // namespace

TEST_SUITE("conllu") {
    TEST_CASE("clitics stand under one surface token and missing blanks are marked") {
        const auto out = conllu("It's new.");
        CHECK(
            out.starts_with("# newdoc id = note\n# newpar\n# sent_id = note-1\n# text = It's new.\n"
                            "1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\tit\tPRON\tPRP\t_\t"));
        CHECK(out.find("\tSpaceAfter=No\n4\t.\t.\tPUNCT") != std::string::npos);
    }

    TEST_CASE("every sentence of any text is valid") {
        const std::string texts[] = {
            "The minister couldn't come; he'd gone. \"Where?\"  she   asked.\n\nNobody's sure\tof it.",
            "They gonna say: I can't – won't!\r\nDogs' tails, the boys'. O'Neill's 'tis",
            "“Yes,”\u00a0he said.Next came—nothing",
            "''' 's n't 's",
            "1,000 km/h & 5%",
        };
        for (const auto& text : texts) {
            CAPTURE(text);
            std::vector<std::string> sentence;
            for (const auto& line : split(conllu(text), '\n')) {
                if (!line.empty()) {
                    sentence.push_back(line);
                    continue;
                }
                check_sentence(sentence);
                sentence.clear();
            }
            CHECK(sentence.empty());
        }
        CHECK(conllu("") == "# newdoc id = note\n");
    }
}
