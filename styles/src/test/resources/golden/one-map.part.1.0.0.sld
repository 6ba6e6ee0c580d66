<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <Name>one-map</Name>
  <Title>部件</Title>
  <NamedLayer>
    <Name>part</Name>
    <UserStyle>
      <Name>one-map</Name>
      <Title>部件</Title>
      <FeatureTypeStyle>
        <Rule>
          <Name>part-1</Name>
          <Title>公用设施</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>3016.14</MinScaleDenominator>
          <MaxScaleDenominator>6032.27</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#3f7fbf</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>4.8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-2</Name>
          <Title>道路交通</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>3016.14</MinScaleDenominator>
          <MaxScaleDenominator>6032.27</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7a6bb5</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>4.8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-3</Name>
          <Title>市容环境</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>3016.14</MinScaleDenominator>
          <MaxScaleDenominator>6032.27</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#c98a2d</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>4.8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-4</Name>
          <Title>园林绿化</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>3016.14</MinScaleDenominator>
          <MaxScaleDenominator>6032.27</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#5f9e57</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>4.8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-5</Name>
          <Title>房屋土地</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>3016.14</MinScaleDenominator>
          <MaxScaleDenominator>6032.27</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#b5635a</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>4.8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-6</Name>
          <Title>其他设施</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
            </ogc:And>
          </ogc:Filter>
          <MinScaleDenominator>3016.14</MinScaleDenominator>
          <MaxScaleDenominator>6032.27</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7d858f</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>4.8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-7-z18</Name>
          <Title>公用设施</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>1508.07</MinScaleDenominator>
          <MaxScaleDenominator>3016.14</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#3f7fbf</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>13</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-utility.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>12</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-7-z19</Name>
          <Title>公用设施</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>754.03</MinScaleDenominator>
          <MaxScaleDenominator>1508.07</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#3f7fbf</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>16.5</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-utility.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>15</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-7-z20</Name>
          <Title>公用设施</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MaxScaleDenominator>754.03</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#3f7fbf</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>20</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-utility.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>18</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-8-z18</Name>
          <Title>道路交通</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>1508.07</MinScaleDenominator>
          <MaxScaleDenominator>3016.14</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7a6bb5</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>13</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-traffic.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>12</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-8-z19</Name>
          <Title>道路交通</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>754.03</MinScaleDenominator>
          <MaxScaleDenominator>1508.07</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7a6bb5</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>16.5</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-traffic.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>15</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-8-z20</Name>
          <Title>道路交通</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MaxScaleDenominator>754.03</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7a6bb5</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>20</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-traffic.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>18</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-9-z18</Name>
          <Title>市容环境</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>1508.07</MinScaleDenominator>
          <MaxScaleDenominator>3016.14</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#c98a2d</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>13</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-environment.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>12</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-9-z19</Name>
          <Title>市容环境</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>754.03</MinScaleDenominator>
          <MaxScaleDenominator>1508.07</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#c98a2d</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>16.5</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-environment.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>15</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-9-z20</Name>
          <Title>市容环境</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MaxScaleDenominator>754.03</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#c98a2d</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>20</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-environment.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>18</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-10-z18</Name>
          <Title>园林绿化</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>1508.07</MinScaleDenominator>
          <MaxScaleDenominator>3016.14</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#5f9e57</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>13</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-greening.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>12</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-10-z19</Name>
          <Title>园林绿化</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>754.03</MinScaleDenominator>
          <MaxScaleDenominator>1508.07</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#5f9e57</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>16.5</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-greening.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>15</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-10-z20</Name>
          <Title>园林绿化</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MaxScaleDenominator>754.03</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#5f9e57</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>20</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-greening.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>18</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-11-z18</Name>
          <Title>房屋土地</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>1508.07</MinScaleDenominator>
          <MaxScaleDenominator>3016.14</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#b5635a</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>13</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-property.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>12</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-11-z19</Name>
          <Title>房屋土地</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MinScaleDenominator>754.03</MinScaleDenominator>
          <MaxScaleDenominator>1508.07</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#b5635a</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>16.5</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-property.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>15</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-11-z20</Name>
          <Title>房屋土地</Title>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
          </ogc:Filter>
          <MaxScaleDenominator>754.03</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#b5635a</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>20</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-property.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>18</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-12-z18</Name>
          <Title>其他设施</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
            </ogc:And>
          </ogc:Filter>
          <MinScaleDenominator>1508.07</MinScaleDenominator>
          <MaxScaleDenominator>3016.14</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7d858f</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>13</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-other.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>12</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-12-z19</Name>
          <Title>其他设施</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
            </ogc:And>
          </ogc:Filter>
          <MinScaleDenominator>754.03</MinScaleDenominator>
          <MaxScaleDenominator>1508.07</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7d858f</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>16.5</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-other.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>15</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>part-12-z20</Name>
          <Title>其他设施</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......01........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......02........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......03........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......04........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
              <ogc:Not>
                <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!"><ogc:PropertyName>code</ogc:PropertyName><ogc:Literal>......05........</ogc:Literal></ogc:PropertyIsLike>
              </ogc:Not>
            </ogc:And>
          </ogc:Filter>
          <MaxScaleDenominator>754.03</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#7d858f</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#ffffff</CssParameter>
                  <CssParameter name="stroke-width">1</CssParameter>
                  <CssParameter name="stroke-linejoin">round</CssParameter>
                  <CssParameter name="stroke-linecap">round</CssParameter>
                </Stroke>
              </Mark>
              <Size>20</Size>
            </Graphic>
          </PointSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <ExternalGraphic>
                <OnlineResource xlink:type="simple" xlink:href="part-other.svg"/>
                <Format>image/svg+xml</Format>
              </ExternalGraphic>
              <Size>18</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Name>part-14-label</Name>
          <MaxScaleDenominator>1508.07</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">11</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
                <Displacement>
                  <DisplacementX>0</DisplacementX>
                  <DisplacementY>-12</DisplacementY>
                </Displacement>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1.5</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#566070</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>10</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
