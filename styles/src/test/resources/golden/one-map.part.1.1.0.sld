<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <se:Name>one-map</se:Name>
  <se:Description>
    <se:Title>部件</se:Title>
  </se:Description>
  <NamedLayer>
    <se:Name>part</se:Name>
    <UserStyle>
      <se:Name>one-map</se:Name>
      <se:Description>
        <se:Title>部件</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>part-1</se:Name>
          <se:Description>
            <se:Title>公用设施</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>3016.14</se:MinScaleDenominator>
          <se:MaxScaleDenominator>6032.27</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#3f7fbf</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>4.8</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-2</se:Name>
          <se:Description>
            <se:Title>道路交通</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>3016.14</se:MinScaleDenominator>
          <se:MaxScaleDenominator>6032.27</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#7a6bb5</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>4.8</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-3</se:Name>
          <se:Description>
            <se:Title>市容环境</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>3016.14</se:MinScaleDenominator>
          <se:MaxScaleDenominator>6032.27</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#c98a2d</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>4.8</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-4</se:Name>
          <se:Description>
            <se:Title>园林绿化</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>3016.14</se:MinScaleDenominator>
          <se:MaxScaleDenominator>6032.27</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#5f9e57</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>4.8</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-5</se:Name>
          <se:Description>
            <se:Title>房屋土地</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>3016.14</se:MinScaleDenominator>
          <se:MaxScaleDenominator>6032.27</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#b5635a</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>4.8</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-6</se:Name>
          <se:Description>
            <se:Title>其他设施</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:And>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
            </ogc:And>
          </ogc:Filter>
          <se:MinScaleDenominator>3016.14</se:MinScaleDenominator>
          <se:MaxScaleDenominator>6032.27</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#7d858f</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>4.8</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-7-z18</se:Name>
          <se:Description>
            <se:Title>公用设施</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>1508.07</se:MinScaleDenominator>
          <se:MaxScaleDenominator>3016.14</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#3f7fbf</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>13</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-utility.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>12</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-7-z19</se:Name>
          <se:Description>
            <se:Title>公用设施</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>754.03</se:MinScaleDenominator>
          <se:MaxScaleDenominator>1508.07</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#3f7fbf</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>16.5</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-utility.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>15</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-7-z20</se:Name>
          <se:Description>
            <se:Title>公用设施</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MaxScaleDenominator>754.03</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#3f7fbf</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>20</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-utility.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>18</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-8-z18</se:Name>
          <se:Description>
            <se:Title>道路交通</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>1508.07</se:MinScaleDenominator>
          <se:MaxScaleDenominator>3016.14</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#7a6bb5</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>13</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-traffic.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>12</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-8-z19</se:Name>
          <se:Description>
            <se:Title>道路交通</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>754.03</se:MinScaleDenominator>
          <se:MaxScaleDenominator>1508.07</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#7a6bb5</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>16.5</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-traffic.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>15</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-8-z20</se:Name>
          <se:Description>
            <se:Title>道路交通</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MaxScaleDenominator>754.03</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#7a6bb5</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>20</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-traffic.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>18</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-9-z18</se:Name>
          <se:Description>
            <se:Title>市容环境</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>1508.07</se:MinScaleDenominator>
          <se:MaxScaleDenominator>3016.14</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#c98a2d</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>13</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-environment.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>12</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-9-z19</se:Name>
          <se:Description>
            <se:Title>市容环境</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>754.03</se:MinScaleDenominator>
          <se:MaxScaleDenominator>1508.07</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#c98a2d</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>16.5</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-environment.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>15</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-9-z20</se:Name>
          <se:Description>
            <se:Title>市容环境</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MaxScaleDenominator>754.03</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#c98a2d</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>20</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-environment.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>18</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-10-z18</se:Name>
          <se:Description>
            <se:Title>园林绿化</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>1508.07</se:MinScaleDenominator>
          <se:MaxScaleDenominator>3016.14</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#5f9e57</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>13</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-greening.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>12</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-10-z19</se:Name>
          <se:Description>
            <se:Title>园林绿化</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>754.03</se:MinScaleDenominator>
          <se:MaxScaleDenominator>1508.07</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#5f9e57</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>16.5</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-greening.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>15</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-10-z20</se:Name>
          <se:Description>
            <se:Title>园林绿化</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MaxScaleDenominator>754.03</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#5f9e57</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>20</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-greening.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>18</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-11-z18</se:Name>
          <se:Description>
            <se:Title>房屋土地</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>1508.07</se:MinScaleDenominator>
          <se:MaxScaleDenominator>3016.14</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#b5635a</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>13</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-property.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>12</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-11-z19</se:Name>
          <se:Description>
            <se:Title>房屋土地</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MinScaleDenominator>754.03</se:MinScaleDenominator>
          <se:MaxScaleDenominator>1508.07</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#b5635a</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>16.5</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-property.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>15</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-11-z20</se:Name>
          <se:Description>
            <se:Title>房屋土地</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <se:MaxScaleDenominator>754.03</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#b5635a</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>20</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-property.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>18</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-12-z18</se:Name>
          <se:Description>
            <se:Title>其他设施</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:And>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
            </ogc:And>
          </ogc:Filter>
          <se:MinScaleDenominator>1508.07</se:MinScaleDenominator>
          <se:MaxScaleDenominator>3016.14</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#7d858f</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>13</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-other.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>12</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-12-z19</se:Name>
          <se:Description>
            <se:Title>其他设施</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:And>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
            </ogc:And>
          </ogc:Filter>
          <se:MinScaleDenominator>754.03</se:MinScaleDenominator>
          <se:MaxScaleDenominator>1508.07</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#7d858f</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>16.5</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-other.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>15</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>part-12-z20</se:Name>
          <se:Description>
            <se:Title>其他设施</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:And>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
            </ogc:And>
          </ogc:Filter>
          <se:MaxScaleDenominator>754.03</se:MaxScaleDenominator>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#7d858f</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#ffffff</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                  <se:SvgParameter name="stroke-linecap">round</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>20</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
          <se:PointSymbolizer>
            <se:Graphic>
              <se:ExternalGraphic>
                <se:OnlineResource xlink:type="simple" xlink:href="part-other.svg"/>
                <se:Format>image/svg+xml</se:Format>
              </se:ExternalGraphic>
              <se:Size>18</se:Size>
            </se:Graphic>
          </se:PointSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>part-14-label</se:Name>
          <se:MaxScaleDenominator>1508.07</se:MaxScaleDenominator>
          <se:TextSymbolizer>
            <se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label>
            <se:Font>
              <se:SvgParameter name="font-family">Noto Sans CJK SC</se:SvgParameter>
              <se:SvgParameter name="font-family">Noto Sans SC</se:SvgParameter>
              <se:SvgParameter name="font-family">Source Han Sans SC</se:SvgParameter>
              <se:SvgParameter name="font-family">PingFang SC</se:SvgParameter>
              <se:SvgParameter name="font-family">Microsoft YaHei</se:SvgParameter>
              <se:SvgParameter name="font-family">WenQuanYi Micro Hei</se:SvgParameter>
              <se:SvgParameter name="font-family">SansSerif</se:SvgParameter>
              <se:SvgParameter name="font-size">11</se:SvgParameter>
            </se:Font>
            <se:LabelPlacement>
              <se:PointPlacement>
                <se:AnchorPoint>
                  <se:AnchorPointX>0.5</se:AnchorPointX>
                  <se:AnchorPointY>0.5</se:AnchorPointY>
                </se:AnchorPoint>
                <se:Displacement>
                  <se:DisplacementX>0</se:DisplacementX>
                  <se:DisplacementY>-12</se:DisplacementY>
                </se:Displacement>
              </se:PointPlacement>
            </se:LabelPlacement>
            <se:Halo>
              <se:Radius>1.5</se:Radius>
              <se:Fill>
                <se:SvgParameter name="fill">#ffffff</se:SvgParameter>
              </se:Fill>
            </se:Halo>
            <se:Fill>
              <se:SvgParameter name="fill">#566070</se:SvgParameter>
            </se:Fill>
            <se:Priority>
              <ogc:Literal>10</ogc:Literal>
            </se:Priority>
            <se:VendorOption name="spaceAround">3</se:VendorOption>
          </se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
