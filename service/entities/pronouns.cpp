#include "entities/roster.hpp"

#include "entities/gazetteer.hpp"
#include "resources/rows.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace throughline::entities {
namespace {

enum class pronoun_case : std::uint8_t { subject, object, possessive, reflexive };

struct pronoun {
    std::string_view form;
    sex bearer = sex::unknown;
    pronoun_case use = pronoun_case::subject;
};

const std::vector<pronoun>& pronouns() {
    static const auto table = [] {
        std::vector<pronoun> forms;
        for (const auto& row : resources::rows("service/entities/data/pronouns.tsv"))
            forms.push_back({row.at(0), row.at(1) == "m" ? sex::male : sex::female,
                             row.at(2) == "subject"      ? pronoun_case::subject
                             : row.at(2) == "object"     ? pronoun_case::object
                             : row.at(2) == "possessive" ? pronoun_case::possessive
                                                         : pronoun_case::reflexive});
        return forms;
    }();
    return table;
}

const pronoun* find_pronoun(std::string_view word) {
    if (word.size() < 2 || word.size() > 7) return nullptr;
    for (const pronoun& form : pronouns())
        if (form.form.size() == word.size() && (word[0] | 0x20) == form.form[0] &&
            word.substr(1) == form.form.substr(1))
            return &form;
    return nullptr;
}

/// Verbs that tell somebody what is thought of a deed of his own.
const std::unordered_set<std::string_view>& judging_verbs() {
    static const auto verbs = [] {
        std::unordered_set<std::string_view> lemmas;
        for (const auto& row : resources::rows("service/entities/data/judging_verbs.tsv")) lemmas.insert(row.at(0));
        return lemmas;
    }();
    return verbs;
}

/// A person named or meant in a sentence.
struct mentioned {
    std::uint32_t person = 0;
    std::uint32_t token = 0;
    bool quoted = false;        ///< stands inside quotation marks
    bool pronoun = false;       ///< meant by a pronoun
    sex bearer = sex::unknown;  ///< of one who is not named
};

constexpr std::uint32_t nobody_named = 0xffffffff;  ///< mentioned::person of "an official", "his wife"

constexpr std::size_t most_mentions = 12;  ///< a sentence of more people leaves no pronoun clear

class pronoun_linker {
public:
    explicit pronoun_linker(roster& work) : work_(work) {
        for (const name_span& name : work.names)
            if (name.kind == entity_kind::person)
                anchors_.push_back({name.tokens.last - 1, name.entity, name.tokens.first, false});
        for (const entity_mention& description : work.references)
            if (work.drafts[description.entity].kind == entity_kind::person)
                anchors_.push_back({description.head, description.entity, description.tokens.first, true});
        std::sort(anchors_.begin(), anchors_.end(), [](const auto& a, const auto& b) { return a.head < b.head; });
    }

    void run() {
        std::size_t next = 0;
        std::uint32_t paragraph = 0;
        bool quoted = false;
        for (const sentence& current : work_.doc.sentences) {
            if (current.paragraph > paragraph + 1) before_.clear();
            if (current.paragraph > paragraph) earlier_.clear();
            if (current.paragraph != paragraph) quoted = false;
            paragraph = current.paragraph;
            now_.clear();
            for (std::uint32_t i = current.tokens.first; i < current.tokens.last; ++i) {
                quoted = after_mark(i, quoted);
                while (next < anchors_.size() && anchors_[next].head < i) ++next;
                if (next < anchors_.size() && anchors_[next].head == i)
                    now_.push_back({anchors_[next].person, i, quoted, false});
                else if (work_.named[i])
                    continue;
                else if (const pronoun* form = find_pronoun(work_.doc.word(i)))
                    resolve(*form, current, i, next, quoted);
                else if (const std::uint8_t classes = person_classes(i); classes != 0)
                    now_.push_back({nobody_named, i, quoted, false, sex_of(classes)});
            }
            if (now_.empty()) continue;
            earlier_.swap(before_);
            before_.swap(now_);
        }
    }

private:
    struct anchor {
        std::uint32_t head = 0;
        std::uint32_t person = 0;
        std::uint32_t first = 0;
        bool described = false;  ///< by an office, not named
    };

    bool after_mark(std::uint32_t token, bool quoted) const {
        const std::string_view word = work_.doc.word(token);
        if (word == "“" || word == "``") return true;
        if (word == "”" || word == "''") return false;
        return word == "\"" ? !quoted : quoted;
    }

    /// The classes of a noun that means one person who is not named: "official". 0 for other words, also for such a
    /// noun that stands beside a name as its title or apposition.
    std::uint8_t person_classes(std::uint32_t token) const {
        const std::string_view word = work_.doc.word(token);
        if (word.size() < 3 || word[0] < 'a' || word[0] > 'z') return 0;
        const gazetteer& tables = gazetteer::instance();
        if (!tables.may_mean_person(word)) return 0;
        const std::uint8_t classes = tables.word_classes(word);
        if ((classes & person_word) == 0) return 0;
        return beside_name(token) || is_predicate(token) || is_identified(token) ? std::uint8_t{0} : classes;
    }

    /// "He was a columnist", "known as the boss": tells of somebody who is named already.
    bool is_predicate(std::uint32_t token) const {
        for (std::uint32_t back = 1; back <= 4 && back < token; ++back) {
            const std::string_view article = work_.doc.word(token - back);
            if (article != "a" && article != "an" && article != "the") continue;
            const throughline::token& verb = work_.doc.tokens[token - back - 1];
            return verb.lemma == "be" || verb.lemma == "become" || verb.lemma == "as";
        }
        return false;
    }

    /// "The driver is John Smith": the name behind the verb says who that is.
    bool is_identified(std::uint32_t token) const {
        if (token + 2 >= work_.doc.tokens.size() || work_.doc.tokens[token + 1].lemma != "be") return false;
        const auto by_head = [](const anchor& a, std::uint32_t at) { return a.head < at; };
        const auto after = std::lower_bound(anchors_.begin(), anchors_.end(), token, by_head);
        return after != anchors_.end() && after->first == token + 2 && !after->described;
    }

    bool beside_name(std::uint32_t token) const {
        const auto by_head = [](const anchor& a, std::uint32_t at) { return a.head < at; };
        auto after = std::lower_bound(anchors_.begin(), anchors_.end(), token, by_head);
        if (after != anchors_.end() && after->first <= token + 2) {
            const std::uint32_t gap = after->first - std::min(after->first, token + 1);
            if (gap == 0 || work_.doc.word(token + 1) == ",") return true;
        }
        if (after == anchors_.begin()) return false;
        const std::uint32_t end = std::prev(after)->head + 1;
        return end < token && token < end + 8 && work_.doc.word(end) == "," && !std::prev(after)->described;
    }

    static sex sex_of(std::uint8_t classes) {
        if ((classes & male_word) != 0) return sex::male;
        return (classes & female_word) != 0 ? sex::female : sex::unknown;
    }

    bool fits(const mentioned& candidate, sex bearer) const {
        const sex known = candidate.person == nobody_named ? candidate.bearer : work_.drafts[candidate.person].bearer;
        return known == sex::unknown || known == bearer;
    }

    /// "Smith called him": the verb's own subject is not meant by its object.
    bool is_subject_of_same_verb(const mentioned& candidate, std::uint32_t token) const {
        const auto& tokens = work_.doc.tokens;
        const std::uint32_t verb = tokens[token].head;
        const deprel relation = universal(tokens[candidate.token].relation);
        return relation == deprel::nsubj && tokens[candidate.token].head == verb;
    }

    bool is_object(const pronoun& form, std::uint32_t token) const {
        if (form.use == pronoun_case::object) return true;
        return form.use == pronoun_case::possessive && work_.doc.tokens[token].penn == xpos::prp;
    }

    void resolve(const pronoun& form, const sentence& current, std::uint32_t token, std::size_t next, bool quoted) {
        if (now_.size() > most_mentions || before_.size() > most_mentions) return;
        std::optional<std::uint32_t> person = judged_for_own_deed(form, token);
        if (!person) person = in_sentence(form, token, quoted);
        for (const auto* sentence_before : {&before_, &earlier_}) {
            if (person || contested_) break;
            person = from_before(*sentence_before, form, current, token, next, quoted);
        }
        if (!person) return;
        work_.references.push_back({{token, token + 1}, token, *person, false});
        now_.push_back({*person, token, quoted, true});
    }

    /// "congratulated Smith on his victory": what somebody is praised or blamed for is his own.
    std::optional<std::uint32_t> judged_for_own_deed(const pronoun& form, std::uint32_t token) const {
        const auto& tokens = work_.doc.tokens;
        if (form.use != pronoun_case::possessive || tokens[token].relation != deprel::nmod_poss) return std::nullopt;
        const std::uint32_t deed = tokens[token].head;
        if (deed >= tokens.size() || tokens[deed].head >= deed) return std::nullopt;
        const auto judged = std::find_if(now_.begin(), now_.end(), [&](const mentioned& candidate) {
            // The tree hangs the words of a name on its first one.
            const bool flat = universal(tokens[candidate.token].relation) == deprel::flat;
            const std::uint32_t name = flat ? tokens[candidate.token].head : candidate.token;
            const std::uint32_t verb = name < tokens.size() ? tokens[name].head : name;
            const bool together = tokens[deed].head == name || tokens[deed].head == verb;
            return together && candidate.person != nobody_named && verb < name &&
                   tokens[name].relation == deprel::obj && judging_verbs().contains(tokens[verb].lemma) &&
                   fits(candidate, form.bearer);
        });
        return judged == now_.end() ? std::nullopt : std::optional(judged->person);
    }

    /// The one person of this sentence who can be meant. Sets contested_ when there are several.
    std::optional<std::uint32_t> in_sentence(const pronoun& form, std::uint32_t token, bool quoted) {
        contested_ = false;
        std::optional<std::uint32_t> found;
        for (const mentioned& candidate : now_) {
            if (!fits(candidate, form.bearer) || candidate.quoted != quoted) continue;
            if (is_object(form, token)) {
                if (is_subject_of_same_verb(candidate, token)) continue;
                const bool parsed = work_.doc.tokens[token].head != throughline::token::no_head;
                contested_ = contested_ || !parsed;
            }
            if (candidate.pronoun && !is_object(form, token))
                return candidate.person;  // one pronoun of a sentence means what the other does
            contested_ = contested_ || candidate.person == nobody_named || (found && *found != candidate.person);
            found = candidate.person;
        }
        return contested_ || found == nobody_named ? std::nullopt : found;
    }

    /// The one person of a sentence before; of several, its subject when the pronoun is a subject too. Sets contested_
    /// when there are several and none stands out.
    std::optional<std::uint32_t> from_before(const std::vector<mentioned>& before, const pronoun& form,
                                             const sentence& current, std::uint32_t token, std::size_t next,
                                             bool quoted) {
        std::optional<std::uint32_t> found;
        std::optional<std::uint32_t> subject;
        bool several = false;
        for (const mentioned& candidate : before) {
            if (!fits(candidate, form.bearer) || named_outside_quote(candidate.person, current, next, quoted)) continue;
            if (!subject && is_subject(candidate)) subject = candidate.person;
            if (found && *found != candidate.person) several = true;
            if (!found) found = candidate.person;
        }
        if (several)
            found = form.use == pronoun_case::subject && token <= current.tokens.first + 2 ? subject : std::nullopt;
        contested_ = several || found == nobody_named;
        return found == nobody_named ? std::nullopt : found;
    }

    bool is_subject(const mentioned& candidate) const {
        const throughline::token& at = work_.doc.tokens[candidate.token];
        return universal(at.relation) == deprel::nsubj && at.head != throughline::token::no_head &&
               work_.doc.tokens[at.head].head == throughline::token::no_head;
    }

    /// Who speaks does not mean himself by "he": a pronoun in a quote is nobody whom the sentence names outside of it.
    bool named_outside_quote(std::uint32_t person, const sentence& current, std::size_t next, bool quoted) const {
        if (!quoted) return false;
        for (const mentioned& other : now_)
            if (other.person == person && !other.quoted) return true;
        for (std::size_t i = next; i < anchors_.size() && i < next + most_mentions; ++i) {
            if (anchors_[i].head >= current.tokens.last) break;
            if (anchors_[i].person == person) return true;
        }
        return false;
    }

    roster& work_;
    std::vector<anchor> anchors_;     ///< names and descriptions of persons by head
    std::vector<mentioned> now_;      ///< persons of this sentence so far
    std::vector<mentioned> before_;   ///< persons of the last sentence that had any
    std::vector<mentioned> earlier_;  ///< of the one before it, in the same paragraph
    bool contested_ = false;
};

}  // namespace

void link_pronouns(roster& work) {
    pronoun_linker(work).run();
    std::sort(work.references.begin(), work.references.end(),
              [](const auto& a, const auto& b) { return a.tokens.first < b.tokens.first; });
}

}  // namespace throughline::entities
