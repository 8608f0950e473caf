#include "language/trainer/wordnet.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace throughline::language {
namespace {

bool is_plain(const std::string& word) {
    return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_with_any(const std::string& word, std::initializer_list<const char*> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](const char* end) { return word.ends_with(end); });
}

bool ends_in_consonant_y(const std::string& word) {
    return word.ends_with('y') && word.size() > 2 && !is_vowel(word[word.size() - 2]);
}

std::string s_form(const std::string& word) {
    if (ends_in_consonant_y(word)) return word.substr(0, word.size() - 1) + "ies";
    if (ends_with_any(word, {"s", "x", "z", "ch", "sh"})) return word + "es";
    if (word.ends_with('o') && !is_vowel(word[word.size() - 2])) return word + "es";
    return word + "s";
}

std::string ed_form(const std::string& word) {
    if (word.ends_with('e')) return word + "d";
    if (ends_in_consonant_y(word)) return word.substr(0, word.size() - 1) + "ied";
    return word + "ed";
}

std::string ing_form(const std::string& word) {
    if (word.ends_with("ie")) return word.substr(0, word.size() - 2) + "ying";
    if (word.ends_with('e') && !ends_with_any(word, {"ee", "oe", "ye"})) return word.substr(0, word.size() - 1) + "ing";
    return word + "ing";
}

/// First words of a list's lines, below the licence, whose lines begin with a blank.
std::vector<std::vector<std::string>> read_list(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    std::vector<std::vector<std::string>> rows;
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line.front() == ' ') continue;
        std::istringstream words(line);
        auto& row = rows.emplace_back();
        for (std::string word; row.size() < 2 && words >> word;) row.push_back(word);
    }
    return rows;
}

}  // namespace

std::vector<inflected_form> read_wordnet(const std::filesystem::path& folder) {
    std::vector<inflected_form> forms;
    std::set<std::string> irregular_pasts, irregular_participles, irregular_nouns;
    for (const auto& row : read_list(folder / "verb.exc")) {
        if (row.size() < 2 || !is_plain(row[0]) || !is_plain(row[1])) continue;
        if (row[0].ends_with("ing")) {
            forms.push_back({row[0], row[1], xpos::vbg, true});
            irregular_participles.insert(row[1]);
        } else if (row[0].ends_with('s') && !row[1].ends_with('s')) {
            forms.push_back({row[0], row[1], xpos::vbz});
        } else {
            forms.push_back({row[0], row[1], xpos::vbd, true});
            forms.push_back({row[0], row[1], xpos::vbn, true});
            irregular_pasts.insert(row[1]);
        }
    }
    for (const auto& row : read_list(folder / "noun.exc"))
        if (row.size() == 2 && is_plain(row[0]) && is_plain(row[1])) {
            forms.push_back({row[0], row[1], xpos::nns});
            irregular_nouns.insert(row[1]);
        }
    for (const auto& row : read_list(folder / "adj.exc"))
        if (row.size() == 2 && is_plain(row[0]) && is_plain(row[1]))
            forms.push_back({row[0], row[1], row[0].ends_with("st") ? xpos::jjs : xpos::jjr});
    for (const auto& row : read_list(folder / "index.verb")) {
        const auto& verb = row.at(0);
        if (!is_plain(verb)) continue;
        forms.push_back({s_form(verb), verb, xpos::vbz});
        if (!irregular_participles.contains(verb)) forms.push_back({ing_form(verb), verb, xpos::vbg});
        if (irregular_pasts.contains(verb)) continue;
        forms.push_back({ed_form(verb), verb, xpos::vbd});
        forms.push_back({ed_form(verb), verb, xpos::vbn});
    }
    for (const auto& row : read_list(folder / "index.noun"))
        if (is_plain(row.at(0)) && !irregular_nouns.contains(row[0]))
            forms.push_back({s_form(row[0]), row[0], xpos::nns});
    return forms;
}

}  // namespace throughline::language
