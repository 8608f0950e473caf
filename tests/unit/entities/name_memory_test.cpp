#include "entities/name_memory.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace {

using namespace throughline::entities;

constexpr name_label person = begin_of(name_kind::person);
constexpr name_label place = begin_of(name_kind::geographic);
constexpr name_label body = begin_of(name_kind::organization);

std::size_t features_of(const name_memory& before, const name_memory& word, const name_memory& after) {
    std::array<std::uint64_t, memory_features> hashes;
    return memory_hashes(word, before, after, hashes);
}

}  // namespace

TEST_SUITE("name memory") {
    TEST_CASE("a word's memory holds its labels at the first, the nearest earlier and the nearest later place") {
        const std::vector<std::uint64_t> keys{7, 8, 7, 7, 9};
        const std::vector<name_label> labels{person, place, body, place, person};
        name_memories memories;

        const auto read = memories.read(keys, labels);

        REQUIRE(read.size() == keys.size());
        CHECK(read[0].first == no_label);
        CHECK(read[0].before == no_label);
        CHECK(read[0].after == body);
        CHECK(read[2].first == person);
        CHECK(read[2].before == person);
        CHECK(read[2].after == place);
        CHECK(read[3].first == person);
        CHECK(read[3].before == body);
        CHECK(read[3].after == no_label);
        CHECK(read[1].empty());
        CHECK(read[4].empty());
    }

    TEST_CASE("words without a key have no memories") {
        const std::vector<std::uint64_t> keys{0, 0, 0};
        const std::vector<name_label> labels{person, place, body};
        name_memories memories;

        for (const name_memory& memory : memories.read(keys, labels)) CHECK(memory.empty());
    }

    TEST_CASE("memories of one document are forgotten in the next") {
        const std::vector<std::uint64_t> keys{7};
        const std::vector<name_label> labels{person};
        name_memories memories;
        memories.read(keys, labels);

        CHECK(memories.read(keys, labels)[0].empty());
    }

    TEST_CASE("ten thousand different words are told apart") {
        std::vector<std::uint64_t> keys;
        for (std::uint64_t round = 0; round < 2; ++round)
            for (std::uint64_t word = 1; word <= 10'000; ++word) keys.push_back(word << 32);
        std::vector<name_label> labels(keys.size());
        for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = static_cast<name_label>(i % name_labels);
        name_memories memories;

        const auto read = memories.read(keys, labels);

        for (std::size_t i = 0; i < 10'000; ++i) {
            CHECK(read[i].after == labels[i + 10'000]);
            CHECK(read[i + 10'000].before == labels[i]);
        }
    }

    TEST_CASE("only another kind contradicts: the beginning and the inside of a name agree") {
        const name_memory as_person{no_label, no_label, inside_of(name_kind::person)};

        CHECK_FALSE(as_person.contradicts(person));
        CHECK(as_person.contradicts(place));
        CHECK(as_person.contradicts(outside));
        CHECK_FALSE(name_memory{}.contradicts(person));
    }

    TEST_CASE("a word has memory features when it or a word beside it has a memory") {
        const name_memory none;
        const name_memory known{person, person, place};

        CHECK(features_of(none, none, none) == 0);
        CHECK(features_of(known, none, none) == 1);
        CHECK(features_of(none, none, known) == 1);
        CHECK(features_of(known, known, known) == memory_features);
    }
}
