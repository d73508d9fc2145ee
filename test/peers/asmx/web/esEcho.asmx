<%@ WebService Class="Peer.esEcho" %>
