// Finding something by id when that id may have been merged away.
#pragma once

#include "core/error.hpp"
#include "storage/story_store.hpp"

#include <optional>
#include <string>
#include <utility>

namespace throughline::api {

/// The thing, or the id that took the asked one's place.
template <class Value>
struct lookup {
    std::optional<Value> value;
    std::string successor;
};

/// Calls find(), which answers result<Value>, and looks for a successor when there is no such thing.
template <class Find>
auto look_up(storage::transaction& tx, const std::string& id, Find find)
    -> result<lookup<std::remove_cvref_t<decltype(*find())>>> {
    lookup<std::remove_cvref_t<decltype(*find())>> answer;
    auto found = find();
    if (found) {
        answer.value = std::move(*found);
        return answer;
    }
    if (found.failure().code != errc::not_found) return found.failure();
    const auto successor = storage::find_redirect(tx, id);
    if (!successor) return found.failure();
    answer.successor = *successor;
    return answer;
}

}  // namespace throughline::api
