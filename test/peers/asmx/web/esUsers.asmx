<%@ WebService Class="Peer.esUsers" %>
