#include "language/parse.hpp"

#include "language/parse_state.hpp"
#include "support/readings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace {

using namespace throughline;

std::uint32_t find(const document& doc, std::string_view word) {
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i)
        if (doc.word(i) == word) return i;
    FAIL("no such word: " << word);
    return 0;
}

/// "nsubj(met)" for the word's relation and head.
std::string arc(const document& doc, std::string_view word) {
    const auto& token = doc.tokens[find(doc, word)];
    std::string out(name(token.relation));
    if (token.head != token::no_head) out.append("(").append(doc.word(token.head)).append(")");
    return out;
}

/// Whether every sentence is one tree and no arc leaves it.
bool is_forest_of_trees(const document& doc) {
    for (const auto& sentence : doc.sentences) {
        int roots = 0;
        for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
            roots += doc.tokens[i].head == token::no_head;
            std::uint32_t steps = 0;
            for (auto at = i; doc.tokens[at].head != token::no_head; at = doc.tokens[at].head)
                if (!sentence.tokens.contains(doc.tokens[at].head) || ++steps > sentence.tokens.size()) return false;
        }
        if (roots != 1) return false;
    }
    return true;
}

}  // namespace

TEST_SUITE("parse") {
    TEST_CASE("subject and object hang on the verb") {
        const auto doc = test::parsed("The president met two envoys.");
        CHECK(arc(doc, "met") == "root");
        CHECK(arc(doc, "president") == "nsubj(met)");
        CHECK(arc(doc, "envoys") == "obj(met)");
    }

    TEST_CASE("who speaks after a quotation is the subject") {
        CHECK(arc(test::parsed("“The bridge is safe,” said Emily Stone, a lawyer."), "Emily") == "nsubj(said)");
        CHECK(arc(test::parsed("\"Nothing has changed,\" added the spokesman."), "spokesman") == "nsubj(added)");
        CHECK(arc(test::parsed("The mayor praised the plan."), "plan") == "obj(praised)");
    }

    TEST_CASE("a place hangs on its verb with its preposition as case") {
        const auto doc = test::parsed("The president travelled to Paris.");
        CHECK(arc(doc, "Paris") == "obl(travelled)");
        CHECK(arc(doc, "to") == "case(Paris)");
    }

    TEST_CASE("the passive marks its subject") {
        const auto doc = test::parsed("The agreement was signed on Friday.");
        CHECK(arc(doc, "agreement") == "nsubj:pass(signed)");
        CHECK(arc(doc, "was") == "aux:pass(signed)");
    }

    TEST_CASE("what is said is a complement of the verb of saying") {
        const auto doc = test::parsed("The spokesman said that the talks had failed.");
        CHECK(arc(doc, "failed") == "ccomp(said)");
        CHECK(arc(doc, "spokesman") == "nsubj(said)");
    }

    TEST_CASE("every sentence of any text is one tree") {
        std::string brackets(500, '(');
        for (const std::string& text :
             {std::string("One. Two! Three?"), std::string("a b c d e f g h i j k l"), brackets, std::string("!!!"),
              std::string("\xf0\x9f\x98\x80 \"\" -- ' \xe2\x80\x9d")})
            CHECK(is_forest_of_trees(test::parsed(text)));
        CHECK(test::parsed("").tokens.empty());
    }

    TEST_CASE("a sentence of many words is parsed in time") {
        std::string text;
        for (int i = 0; i < 20000; ++i) text += "word and ";
        CHECK(is_forest_of_trees(test::parsed(text)));
    }

    TEST_CASE("threads share the models and agree") {
        const std::string text = "Officials in both countries denied the report, which a newspaper had published.";
        const auto expected = test::parsed(text);
        std::vector<int> equal(4, 0);
        std::vector<std::thread> threads;
        for (auto& result : equal)
            threads.emplace_back([&] {
                const auto doc = test::parsed(text);
                result = 1;
                for (std::size_t i = 0; i < doc.tokens.size(); ++i)
                    result &= doc.tokens[i].head == expected.tokens[i].head;
            });
        for (auto& thread : threads) thread.join();
        CHECK(equal == std::vector<int>(4, 1));
    }
}

TEST_SUITE("parse_state") {
    using language::action;
    using language::parse_state;

    TEST_CASE("shift, left and right build the tree they name") {
        parse_state state;
        state.reset(3);
        state.apply({action::shift, deprel::dep});
        state.apply({action::left, deprel::nsubj});
        state.apply({action::shift, deprel::dep});
        state.apply({action::shift, deprel::dep});
        CHECK_FALSE(state.can_shift());
        CHECK_FALSE(state.can_left());
        state.apply({action::right, deprel::obj});
        CHECK(state.can_left());
        state.apply({action::left, deprel::root});

        CHECK(state.finished());
        CHECK(state.node(0).head == 1);
        CHECK(state.node(2).head == 1);
        CHECK(state.node(1).head == 3);
        CHECK(state.node(1).left_count == 1);
        CHECK(state.node(1).right[0] == 2);
    }
}
