#include "language/parse_beam.hpp"

#include <doctest/doctest.h>

namespace {

using namespace throughline;
using namespace throughline::language;

constexpr transition shift{action::shift, deprel::dep};

/// A beam over a sentence whose first word stands on the stack.
parse_beam begun(std::size_t size) {
    parse_beam beam;
    beam.reset(size);
    beam.add(0, shift, 0);
    beam.advance();
    return beam;
}

}  // namespace

TEST_SUITE("parse_beam") {
    TEST_CASE("a step that looked worse at first wins when the better one leads nowhere") {
        auto beam = begun(2);
        beam.add(0, shift, -0.6F);
        beam.add(0, {action::left, deprel::nsubj}, -0.8F);
        beam.advance();
        REQUIRE(beam.size() == 2);
        CHECK(beam.state(0).stack_size() == 2);
        beam.add(0, {action::right, deprel::obj}, -3);
        beam.add(1, shift, 0);
        beam.advance();
        CHECK(beam.size() == 1);
        CHECK(beam.state(0).node(0).head == 1);
        CHECK(beam.state(0).node(0).relation == deprel::nsubj);
    }

    TEST_CASE("of two states at the same place the likelier one stays") {
        auto beam = begun(2);
        beam.add(0, {action::left, deprel::obj}, -0.9F);
        beam.add(0, {action::left, deprel::nsubj}, -0.5F);
        beam.advance();
        CHECK(beam.size() == 1);
        CHECK(beam.state(0).node(0).relation == deprel::nsubj);
    }

    TEST_CASE("steps far less likely than the best are not followed") {
        auto beam = begun(2);
        beam.add(0, shift, -0.1F);
        beam.add(0, {action::left, deprel::nsubj}, -0.2F - parse_beam::margin);
        beam.advance();
        CHECK(beam.size() == 1);
    }

    TEST_CASE("a very long sentence is parsed with one state at a time") {
        for (const auto size : {parse_beam::longest, parse_beam::longest + 1}) {
            auto beam = begun(size);
            beam.add(0, shift, -0.7F);
            beam.add(0, {action::left, deprel::nsubj}, -0.8F);
            beam.advance();
            CHECK(beam.size() == (size == parse_beam::longest ? 2 : 1));
            CHECK(beam.state(0).stack_size() == 2);
        }
    }

    TEST_CASE("a beam used before begins anew") {
        auto beam = begun(2);
        beam.add(0, shift, -0.1F);
        beam.add(0, {action::left, deprel::nsubj}, -0.2F);
        beam.reset(1);
        CHECK(beam.size() == 1);
        CHECK(beam.state(0).stack_size() == 0);
        beam.add(0, shift, 0);
        beam.advance();
        CHECK(beam.size() == 1);
    }
}
