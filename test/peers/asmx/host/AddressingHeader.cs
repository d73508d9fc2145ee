// Peer for tests: adds the WS-Addressing header that the panel's WSE 3.0 puts on every reply.
using System;
using System.Web.Services.Protocols;
using System.Xml;

namespace Peer
{
    public sealed class AddressingHeader : SoapExtension
    {
        const string Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

        public override object GetInitializer(Type service) => null;
        public override object GetInitializer(LogicalMethodInfo method, SoapExtensionAttribute attribute) => null;
        public override void Initialize(object initializer) { }

        public override void ProcessMessage(SoapMessage message)
        {
            if (message.Stage != SoapMessageStage.BeforeSerialize) return;
            Add(message, "Action", message.Action + "Response");
            Add(message, "MessageID", $"urn:uuid:{Guid.NewGuid()}");
            Add(message, "RelatesTo", $"urn:uuid:{Guid.NewGuid()}");
            Add(message, "To", Addressing + "/role/anonymous");
        }

        static void Add(SoapMessage message, string name, string text)
        {
            var element = new XmlDocument().CreateElement("wsa", name, Addressing);
            element.InnerText = text;
            message.Headers.Add(new SoapUnknownHeader { Element = element });
        }
    }
}
