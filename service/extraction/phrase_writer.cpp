#include "extraction/phrase_writer.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// Words between the first one of a title and the name: "former deputy foreign minister".
constexpr int longest_title_of_person = 5;
constexpr int deepest_list = 5;

bool is_possessive_pronoun(const token& word) { return word.penn == xpos::prp_poss; }

/// "a" before "attack" where a date between them is left out, "an" before "deal"; before "u" and "h" the sound decides.
void fit_article(std::string& out, std::string_view next) {
    const auto ends_with_word = [&](std::string_view word) {
        return out.ends_with(word) && (out.size() == word.size() || out[out.size() - word.size() - 1] == ' ');
    };
    if (next.empty() || next.front() < 'a' || next.front() > 'z' || next.front() == 'u' || next.front() == 'h') return;
    const bool vowel = std::string_view("aeio").find(next.front()) != std::string_view::npos;
    if (vowel && ends_with_word("a")) out += 'n';
    if (!vowel && ends_with_word("an")) out.pop_back();
}

/// Last word of a person's name: the form after the first naming.
std::string short_name(const entity& who) {
    if (who.kind != entity_kind::person) return who.name;
    const std::size_t blank = who.name.rfind(' ');
    if (blank == std::string::npos) return who.name;
    const std::string last = who.name.substr(blank + 1);
    return last.size() > 3 ? last : who.name;
}

void append_word(std::string& out, std::string_view word, bool space) {
    if (space && !out.empty()) out += ' ';
    out += word;
}

}  // namespace

bool phrase_writer::is_kept(std::uint32_t index) const {
    const token& word = tree_.at(index);
    // "the party's future" is no date.
    if (tree_.timex_at(index) != none && tree_.child(index, deprel::nmod_poss) == none) return false;
    if (tree_.is_verb(index) && (word.relation == deprel::amod || word.relation == deprel::acl) && index > word.head)
        return false;
    switch (word.relation) {
        case deprel::punct:
            return word.penn == xpos::hyph || word.penn == xpos::quote_open || word.penn == xpos::quote_close ||
                   word.penn == xpos::dollar || word.penn == xpos::sym;
        case deprel::acl_relcl: return word.head != none && tree_.at(word.head).penn == xpos::wp;     // "what she did"
        case deprel::appos: return word.head + 1 == index && tree_.at(word.head).pos == upos::propn;  // "President Lee"
        case deprel::advcl:
        case deprel::advcl_relcl:
        case deprel::parataxis:
        case deprel::discourse:
        case deprel::vocative:
        case deprel::dislocated:
        case deprel::reparandum: return false;
        default: return true;
    }
}

std::vector<std::uint32_t> phrase_writer::keep(std::uint32_t head) const {
    std::vector<std::uint32_t> kept;
    std::vector<std::uint32_t> open{head};
    while (!open.empty() && kept.size() < 200) {
        const std::uint32_t index = open.back();
        open.pop_back();
        kept.push_back(index);
        for (const std::uint32_t c : tree_.children(index)) {
            if (!is_kept(c)) continue;
            // "on Tuesday": the preposition goes with its expression, also when a noun heads both.
            open.push_back(c);
        }
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

/// The mention of the person before whose name a word stands as a title or a part of one ("Foreign" and "Minister"
/// before "Ann Lee"); none.
std::uint32_t phrase_writer::person_behind(std::uint32_t index) const {
    const document& doc = tree_.doc();
    for (int step = 0; step < longest_title_of_person; ++step) {
        const token& word = tree_.at(index);
        const std::uint32_t above = word.head;
        const bool modifies = word.relation == deprel::amod || word.relation == deprel::compound ||
                              word.relation == deprel::nmod_desc || word.relation == deprel::det ||
                              word.relation == deprel::nmod_poss || word.relation == deprel::flat;
        if (!modifies || above == none || above <= index) return none;
        index = above;
        const std::uint32_t mention = tree_.mention_at(above);
        if (mention == none) continue;
        const entity_mention& name = doc.entity_mentions[mention];
        return name.named && doc.entities[name.entity].kind == entity_kind::person ? mention : none;
    }
    return none;
}

/// "the president", "these Democrats" where a person's name will stand: a name takes neither determiner nor adjective.
bool phrase_writer::determines_name(std::uint32_t index) const {
    const token& word = tree_.at(index);
    if (word.relation != deprel::det && word.relation != deprel::amod) return false;
    if (word.head == none || tree_.mention_at(word.head) == none) return false;
    const document& doc = tree_.doc();
    const entity_mention& below = doc.entity_mentions[tree_.mention_at(word.head)];
    const bool replaced = !below.named && !has_own_words(tree_.mention_at(word.head)) &&
                          doc.entities[below.entity].name != doc.word(below.head);
    return replaced ||
           (word.relation == deprel::det && below.named && doc.entities[below.entity].kind == entity_kind::person);
}

/// Whether a word behind a comma belongs to one more of several things, or is one more adjective.
bool phrase_writer::continues_list(std::uint32_t index) const {
    if (tree_.at(index).relation == deprel::amod && tree_.at(index - 2).relation == deprel::amod) return true;
    const std::uint32_t comma = index - 1;
    for (int step = 0; step < deepest_list; ++step) {
        const token& word = tree_.at(index);
        if (word.head == none) return false;
        if (word.relation == deprel::conj) return word.head < comma;
        index = word.head;
        if (index < comma) return false;
    }
    return false;
}

std::string phrase_writer::name_of(std::uint32_t mention, std::vector<std::uint32_t>& named) const {
    const document& doc = tree_.doc();
    const entity_mention& here = doc.entity_mentions[mention];
    const entity& who = doc.entities[here.entity];
    const bool known = std::find(named.begin(), named.end(), here.entity) != named.end();
    // "Republicans", "U.S. embassy": only a person's name is better in full than as the text has it.
    if (here.named && who.kind != entity_kind::person) {
        if (!known) named.push_back(here.entity);
        return std::string(doc.words(doc.extent(here.tokens)));
    }
    // "Ann Lee says she will go": a pronoun is clear behind the one name that it means.
    // So it is where it means the one with whom the title begins.
    const bool last = !named.empty() && (named.back() == here.entity || named.front() == here.entity);
    if (last && here.tokens.size() == 1 && tree_.at(here.head).pos == upos::pron)
        return text::lower(doc.words(doc.extent(here.tokens)));
    const std::string ending = is_possessive_pronoun(tree_.at(here.head)) ? "'s" : "";
    if (known) return short_name(who) + ending;
    named.push_back(here.entity);
    return who.name + ending;
}

/// Drops what stands before a person's name without a gap and describes it: "U.S. special counsel" before "Ann Lee".
std::vector<std::uint32_t> phrase_writer::without_offices(const std::vector<std::uint32_t>& tokens) const {
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t t : tokens) {
        const std::uint32_t mention = tree_.mention_at(t);
        const bool begins_name = mention != none && tree_.doc().entity_mentions[mention].tokens.first == t;
        const bool described =
            begins_name && !kept.empty() && kept.back() + 1 == t && person_behind(kept.back()) == mention;
        const auto describes = [&](std::uint32_t word) {
            const token& it = tree_.at(word);
            return tree_.mention_at(word) != mention &&
                   (it.pos == upos::adj || it.pos == upos::noun || it.pos == upos::propn || it.pos == upos::det ||
                    it.penn == xpos::pos || it.penn == xpos::hyph);
        };
        for (std::uint32_t right = t;
             described && !kept.empty() && kept.back() + 1 == right && describes(kept.back());) {
            right = kept.back();
            kept.pop_back();
        }
        kept.push_back(t);
    }
    return kept;
}

/// "the Russian president": a description that something modifies says more than the name it stands for.
bool phrase_writer::has_own_words(std::uint32_t mention) const {
    const entity_mention& name = tree_.doc().entity_mentions[mention];
    if (name.named) return false;
    if (tree_.at(name.head).pos == upos::pron) return false;
    if (name.tokens.size() > 1) return true;
    for (const std::uint32_t c : tree_.children(name.head))
        if (tree_.at(c).relation != deprel::det && tree_.at(c).pos != upos::punct) return true;
    return false;
}

std::vector<std::uint32_t> phrase_writer::without_opening(std::vector<std::uint32_t> tokens, bool determiners) const {
    std::size_t first = 0;
    for (; first + 1 < tokens.size() && tree_.mention_at(tokens[first]) == none; ++first) {
        const token& word = tree_.at(tokens[first]);
        const bool opens = word.pos == upos::adp || (word.pos == upos::det && !determiners) ||
                           word.pos == upos::cconj || word.pos == upos::adv || word.pos == upos::sconj ||
                           word.pos == upos::punct || (word.pos == upos::part && word.penn != xpos::prp_poss);
        if (!opens) break;
    }
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(first));
    return tokens;
}

std::string phrase_writer::write(const std::vector<std::uint32_t>& all, written_words& before) const {
    const document& doc = tree_.doc();
    const std::vector<std::uint32_t> tokens = without_offices(all);
    std::string out;
    std::uint32_t written = none;  // mention that has been written already
    std::uint32_t previous = none;
    bool quoted = false;
    for (const std::uint32_t t : tokens) {
        const token& word = tree_.at(t);
        const std::uint32_t mention = tree_.mention_at(t);
        // A comma that is left out between words that both stay sets an apposition or a clause off: that goes too.
        if (previous != none && t == previous + 2 && tree_.at(t - 1).penn == xpos::comma) {
            if (!continues_list(t)) break;
            out += ',';
        }
        const bool space = word.penn != xpos::comma && (previous == none || word.space_before || t != previous + 1);
        if (previous != none && t > previous + 1) fit_article(out, doc.word(t));
        previous = t;
        if (mention == none || has_own_words(mention)) {
            quoted = word.penn == xpos::quote_open || (quoted && word.penn != xpos::quote_close);
            before.leans = before.leans || (!quoted && points_back(tree_, t, before));
            if (mention != none || !determines_name(t)) append_word(out, doc.word(t), space);
            continue;
        }
        if (mention == written) continue;
        written = mention;
        const std::string name = name_of(mention, before.named);
        // "Theresa" that the tagger left outside the name.
        const std::string_view first = std::string_view(name).substr(0, name.find(' '));
        const bool whole_word =
            out.size() == first.size() || (out.size() > first.size() && out[out.size() - first.size() - 1] == ' ');
        if (first.size() < name.size() && out.ends_with(first) && whole_word) out.resize(out.size() - first.size());
        append_word(out, name, space && !out.ends_with(' '));
    }
    return out;
}

std::string phrase_writer::longest(const word_run& run, written_words& before, std::size_t room,
                                   std::uint32_t needed) const {
    std::string best;
    written_words told = before;
    int best_class = 0;
    for (std::size_t k = run.ends.size(); k-- > 0;) {
        const std::size_t end = run.ends[k];
        const std::vector<std::uint32_t> words(run.words.begin(), run.words.begin() + static_cast<std::ptrdiff_t>(end));
        if (needed != none && std::find(words.begin(), words.end(), needed) == words.end()) break;
        written_words so_far = before;
        std::string text = write(words, so_far);
        if (text::length(text) > room) continue;
        // A shorter end that is understood is better than one that is not, while it says a third as much.
        const int end_class = text.empty() ? 1 : run.is_torn(end) ? 2 : so_far.leans && !before.leans ? 3 : 4;
        const bool says_enough = best_class < 3 || 3 * text.size() >= best.size();
        if (end_class <= best_class || !says_enough) continue;
        best_class = end_class;
        best = std::move(text);
        told = std::move(so_far);
    }
    before = std::move(told);
    before.leans = before.leans || best_class == 2;
    return best;
}

std::string shorten(const std::string& text, std::size_t limit) {
    if (text::length(text) <= limit) return text;
    std::size_t end = 0;
    std::size_t best = 0;
    for (std::size_t count = 0; end < text.size() && count + 1 < limit; ++count) {
        if (text[end] == ' ') best = end;
        end += text::decode(text, end).size;
    }
    if (best == 0) best = end;
    std::string out = text.substr(0, best);
    while (!out.empty() && (out.back() == ',' || out.back() == ' ' || out.back() == '-')) out.pop_back();
    return out + "\u2026";
}

}  // namespace throughline::extraction
