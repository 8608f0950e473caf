#include "entities/trainer/labelled_corpus.hpp"

#include "entities/phrase_table.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace throughline::entities {
namespace {

name_label parse_label(std::string text, name_label previous) {
    if (text.size() < 3) return outside;
    const char position = text[0];
    std::string kind = text.substr(2);
    for (char& c : kind) c = lower_byte(c);
    if (kind == "loc") kind = "geo";
    const auto code = std::find(name_kind_codes.begin(), name_kind_codes.end(), kind);
    if (code == name_kind_codes.end()) return outside;
    const auto found = static_cast<name_kind>(code - name_kind_codes.begin());
    const bool goes_on = position == 'I' && previous != outside && kind_of(previous) == found;
    return goes_on ? inside_of(found) : begin_of(found);
}

}  // namespace

std::vector<labelled_sentence> read_corpus(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    std::vector<labelled_sentence> sentences(1);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const std::size_t word_end = line.find_first_of("\t ");
        if (word_end == std::string::npos || word_end == 0) {
            if (!sentences.back().words.empty()) sentences.emplace_back();
            continue;
        }
        labelled_sentence& current = sentences.back();
        const name_label previous = current.labels.empty() ? outside : current.labels.back();
        current.words.push_back(line.substr(0, word_end));
        current.labels.push_back(parse_label(line.substr(line.find_last_of("\t ") + 1), previous));
    }
    if (sentences.back().words.empty()) sentences.pop_back();
    return sentences;
}

}  // namespace throughline::entities
