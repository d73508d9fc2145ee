<%@ WebService Class="Peer.esAuthentication" %>
