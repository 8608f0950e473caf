#include "support/trees.hpp"

#include "entities/entities.hpp"
#include "extraction/events.hpp"
#include "extraction/quotes.hpp"
#include "temporal/temporal.hpp"

#include <sstream>
#include <stdexcept>
#include <string>

namespace throughline::test {
namespace {

class tree_reader {
public:
    explicit tree_reader(document& doc) : doc_(doc) {}

    void read(const std::string& row) {
        if (row.empty()) return end_sentence();
        if (row == "¶") {
            end_sentence();
            ++paragraph_;
            separator_ = "\n\n";
            return;
        }
        std::istringstream cells(row);
        std::string form, lemma, pos, penn, relation;
        std::uint32_t head = 0;
        if (!(cells >> form >> lemma >> pos >> penn >> head >> relation))
            throw std::invalid_argument("not a token: " + row);
        if (!doc_.text.empty()) doc_.text += separator_;
        separator_ = " ";
        token word;
        word.where.begin = static_cast<std::uint32_t>(doc_.text.size());
        doc_.text += form;
        word.where.end = static_cast<std::uint32_t>(doc_.text.size());
        word.lemma = doc_.strings.emplace_back(lemma);
        word.pos = parse_upos(pos).value();
        word.penn = parse_xpos(penn).value();
        word.relation = parse_deprel(relation).value();
        word.head = head == 0 ? token::no_head : first_ + head - 1;
        word.sentence = static_cast<std::uint32_t>(doc_.sentences.size());
        word.space_before = !doc_.tokens.empty();
        doc_.tokens.push_back(word);
    }

    void end_sentence() {
        const auto last = static_cast<std::uint32_t>(doc_.tokens.size());
        if (last == first_) return;
        const token_range words{first_, last};
        doc_.sentences.push_back({words, doc_.extent(words), paragraph_});
        first_ = last;
    }

private:
    document& doc_;
    std::string separator_ = " ";
    std::uint32_t first_ = 0;
    std::uint32_t paragraph_ = 0;
};

}  // namespace

document read_trees(std::string_view rows, std::string_view published) {
    document doc;
    doc.published = parse_day(published).value();
    tree_reader reader(doc);
    std::istringstream lines{std::string(rows)};
    for (std::string row; std::getline(lines, row);) {
        const std::size_t begin = row.find_first_not_of(' ');
        reader.read(begin == row.npos ? "" : row.substr(begin));
    }
    reader.end_sentence();
    return doc;
}

document read_events(std::string_view rows, std::string_view published) {
    document doc = read_trees(rows, published);
    temporal::tag(doc);
    entities::find(doc);
    extraction::find_quotes(doc);
    extraction::find_events(doc);
    return doc;
}

}  // namespace throughline::test
