// Asio compiled once: BOOST_ASIO_SEPARATE_COMPILATION is set for every user of tl_asio.
#include <boost/asio/impl/src.hpp>
