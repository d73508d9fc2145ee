<%@ WebService Class="Peer.esPackages" %>
