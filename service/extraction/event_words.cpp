#include "extraction/event_words.hpp"

#include "extraction/tables.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace throughline::extraction {
namespace {

using weight_table = std::unordered_map<std::string_view, double>;

const weight_table& weights() {
    static const weight_table table = [] {
        weight_table read;
        for (const auto& row : read_rows("service/extraction/data/event_words.tsv", 2))
            read.emplace(row[0], std::stod(std::string(row[1])));
        return read;
    }();
    return table;
}

/// Comma-separated kinds of a word's senses, "-" for none.
struct sense_kinds {
    std::string_view noun = "-";
    std::string_view verb = "-";
};

sense_kinds senses_of(const std::string& lemma) {
    static const auto table = [] {
        std::unordered_map<std::string_view, sense_kinds> read;
        for (const auto& row : read_rows("service/extraction/data/word_senses.tsv", 3))
            read.emplace(row[0], sense_kinds{row[1], row[2]});
        return read;
    }();
    const auto found = table.find(lemma);
    return found == table.end() ? sense_kinds{} : found->second;
}

bool open_class(upos pos) {
    return pos == upos::verb || pos == upos::noun || pos == upos::propn || pos == upos::adj || pos == upos::adv;
}

std::string folded(std::string_view lemma) {
    std::string out(lemma);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The last letters of a word, by bytes, without a first one that the cut would break.
std::string_view ending_of(std::string_view lemma) {
    constexpr std::size_t longest = 3;
    lemma.remove_prefix(lemma.size() - std::min(lemma.size(), longest));
    while (!lemma.empty() && (lemma.front() & 0xc0) == 0x80) lemma.remove_prefix(1);
    return lemma;
}

class feature_writer {
public:
    feature_writer(const syntax& tree, std::uint32_t token) : tree_(tree), token_(token), word_(tree.at(token)) {}

    std::vector<std::string> write(bool typed) {
        write_word();
        write_tree();
        add("before=", label_at(token_, -1));
        add("after=", label_at(token_, +1));
        add(typed ? "typed=" : "untyped=", name(word_.pos));
        if (const auto mention = tree_.mention_at(token_); mention != none)
            add("name=", std::to_string(static_cast<int>(kind_of(mention))) + std::string(name(word_.pos)));
        if (tree_.timex_at(token_) != none) add("time", "");
        return std::move(features_);
    }

private:
    void add(std::string_view kind, std::string_view value) {
        features_.emplace_back(kind);
        features_.back() += value;
    }

    entity_kind kind_of(std::uint32_t mention) const {
        const document& doc = tree_.doc();
        return doc.entities[doc.entity_mentions[mention].entity].kind;
    }

    void write_word() {
        const auto lemma = folded(word_.lemma);
        const std::string pos(name(word_.pos));
        add("lemma=", lemma);
        add("lemma+pos=", lemma + ' ' + pos);
        add("tag=", name(word_.penn));
        add("ending=", std::string(ending_of(lemma)) + ' ' + pos);
        if (word_.pos == upos::verb) write_senses(senses_of(lemma).verb, pos);
        if (tree_.is_noun(token_)) write_senses(senses_of(lemma).noun, pos);
    }

    void write_senses(std::string_view kinds, const std::string& pos) {
        add("first sense=", std::string(kinds.substr(0, kinds.find(','))) + ' ' + pos);
        while (!kinds.empty()) {
            const auto kind = kinds.substr(0, kinds.find(','));
            add("sense=", std::string(kind) + ' ' + pos);
            kinds.remove_prefix(std::min(kind.size() + 1, kinds.size()));
        }
    }

    void write_tree() {
        const std::string pos(name(word_.pos));
        const std::string relation(name(word_.relation));
        add("relation=", relation + ' ' + pos);
        if (word_.head == none) {
            add("head=", "none " + pos);
        } else {
            const token& head = tree_.at(word_.head);
            add("head=", std::string(name(head.pos)) + ' ' + relation + ' ' + pos);
        }
        for (const auto child : tree_.children(token_))
            if (tree_.at(child).pos != upos::punct)
                add("child=", std::string(name(tree_.at(child).relation)) + ' ' + pos);
    }

    std::string label_at(std::uint32_t token, int offset) const {
        const auto at = static_cast<std::int64_t>(token) + offset;
        const auto& tokens = tree_.doc().tokens;
        if (at < 0 || at >= static_cast<std::int64_t>(tokens.size())) return "none";
        const auto& other = tokens[static_cast<std::size_t>(at)];
        if (other.sentence != word_.sentence) return "none";
        return std::string(name(other.penn)) + ' ' + std::string(name(word_.penn));
    }

    const syntax& tree_;
    std::uint32_t token_;
    const token& word_;
    std::vector<std::string> features_;
};

double odds_of(const std::vector<std::string>& features) {
    double sum = weights().at("bias");
    for (const auto& feature : features)
        if (const auto found = weights().find(feature); found != weights().end()) sum += found->second;
    return sum;
}

/// "open fire", "heart attack": whether the table lists the two words as one of a verb or as one of a noun.
bool is_phrase(std::string_view kind, std::string_view first, std::string_view second) {
    static const auto phrases = [] {
        std::unordered_set<std::string> read;
        for (const auto& row : read_rows("service/extraction/data/event_phrases.tsv", 2))
            read.insert(std::string(row[0]).append(1, ' ').append(row[1]));
        return read;
    }();
    return phrases.contains(
        std::string(kind).append(1, ' ').append(folded(first)).append(1, ' ').append(folded(second)));
}

/// The word with what makes one word of it: a particle, the object of "open fire", the first noun of "heart attack".
token_range whole_word(const syntax& tree, std::uint32_t token) {
    const document& doc = tree.doc();
    const auto form = [&](std::uint32_t at) { return doc.words(tree.at(at).where); };
    const auto in_sentence = [&](std::uint32_t at) {
        return at < doc.tokens.size() && tree.at(at).sentence == tree.at(token).sentence;
    };
    const auto next = token + 1;
    if (tree.is_verb(token) && in_sentence(next)) {
        const bool particle = tree.at(next).head == token && tree.at(next).relation == deprel::compound_prt;
        if (particle || is_phrase("verb", tree.lemma(token), form(next))) return {token, next + 1};
    }
    if (tree.is_noun(token) && token > 0 && in_sentence(token - 1) &&
        is_phrase("noun", form(token - 1), tree.lemma(token)))
        return {token - 1, next};
    return {token, next};
}

}  // namespace

std::vector<std::string> event_word_features(const syntax& tree, std::uint32_t token, bool typed) {
    if (!open_class(tree.at(token).pos)) return {};
    return feature_writer(tree, token).write(typed);
}

std::vector<event_word> event_words(const document& doc) {
    const syntax tree(doc);
    std::unordered_set<std::uint32_t> typed;
    for (const auto& mention : doc.mentions) typed.insert(mention.trigger_token);
    std::vector<event_word> found;
    for (std::uint32_t token = 0; token < doc.tokens.size(); ++token) {
        const auto features = event_word_features(tree, token, typed.contains(token));
        if (features.empty()) continue;
        const double odds = odds_of(features);
        if (odds >= 0) found.push_back({token, whole_word(tree, token), odds});
    }
    return found;
}

}  // namespace throughline::extraction
